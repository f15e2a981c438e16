import type { Rule } from '../context.js';
import { apiKnown } from './api-known.js';
import { baseUrls } from './base-urls.js';
import { bodies } from './bodies.js';
import { checkCallable } from './check-callable.js';
import { connects } from './connects.js';
import { credentials } from './credentials.js';
import { credentialsUsed } from './credentials-used.js';
import { defaults } from './defaults.js';
import { descriptions } from './descriptions.js';
import { examplePresent } from './example-present.js';
import { expressions } from './expressions.js';
import { extracts } from './extracts.js';
import { functionOrder } from './function-order.js';
import { fullNames } from './full-names.js';
import { headers } from './headers.js';
import { idempotency } from './idempotency.js';
import { nameCollisions } from './name-collisions.js';
import { names } from './names.js';
import { optionalParams } from './optional-params.js';
import { optionalSteps } from './optional-steps.js';
import { pages } from './pages.js';
import { paginate } from './paginate.js';
import { params } from './params.js';
import { paths } from './paths.js';
import { patterns } from './patterns.js';
import { redact } from './redact.js';
import { reservedNames } from './reserved-names.js';
import { schemas } from './schemas.js';
import { selectMatchesReturns } from './select-matches-returns.js';
import { skill } from './skill.js';
import { statuses } from './statuses.js';
import { templates } from './templates.js';
import { typeCycles } from './type-cycles.js';
import { types } from './types.js';
import { values } from './values.js';
import { wireNames } from './wire-names.js';

/** Every rule. Order does not matter: what they find is sorted by place. */
export const rules: readonly Rule[] = [
  apiKnown,
  baseUrls,
  bodies,
  checkCallable,
  connects,
  credentials,
  credentialsUsed,
  defaults,
  descriptions,
  examplePresent,
  expressions,
  extracts,
  fullNames,
  functionOrder,
  headers,
  idempotency,
  nameCollisions,
  names,
  optionalParams,
  optionalSteps,
  pages,
  paginate,
  params,
  paths,
  patterns,
  redact,
  reservedNames,
  schemas,
  selectMatchesReturns,
  skill,
  statuses,
  templates,
  typeCycles,
  types,
  values,
  wireNames,
];
