import type {
  Api,
  ErrorRules,
  Expression,
  HostOperation,
  IntegrationDetails,
  Pagination,
  Param,
  Step,
} from '@kosmokrator/runtime';
import {
  checkDetails,
  checkShape,
  connecting,
  type Connects,
  didYouMean,
  hintMatch,
  hintWhen,
  joinErrors,
  nextLink,
  quiet,
  runPages,
  runRequest,
  runSteps,
  uuid4,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import { evaluateExpression } from '../jmespath/index.js';
import {
  apiCode,
  type Code,
  copyCode,
  evaluateCode,
  makeChecks,
  paramRules,
  requestCode,
  runnerOf,
  shapeRules,
  suggestsParams,
  usedCredentials,
} from '../operation/index.js';
import { mapValues } from './build-steps.js';
import type {
  CompiledExpression,
  ConnectsModel,
  ErrorRulesModel,
  FunctionModel,
  IntegrationModel,
  PaginationModel,
  ParamModel,
  StepModel,
} from './model.js';

/** What the generated package would export for a function, live: the runtime executes it. */
export function toOperation(model: IntegrationModel, fn: FunctionModel): HostOperation {
  const integration = toIntegration(model);
  const used = usedCredentials(model, fn).map(({ name }) => [name, integration.credentials[name]!] as const);
  return {
    integration,
    name: fn.name,
    ...toKind(fn),
    destructive: fn.destructive,
    credentials: Object.fromEntries(used),
    params: Object.fromEntries(fn.params.map((param) => [param.name, toParam(param)])),
    ...(suggestsParams(fn) && { suggest: didYouMean }),
    steps: fn.steps.map((step) => toStep(integration, fn, step)),
    run: fn.connects ? connecting(runners[runnerOf(fn)], toConnects(fn.connects)) : runners[runnerOf(fn)],
    ...toSelect(model, fn),
    ...(fn.paginate ? { paginate: toPagination(fn.paginate) } : {}),
    errors: joinErrors(toErrors(fn.errors), toErrors(model.errors)),
  };
}

/** A read is `safe`, and only a read. */
function toKind(fn: FunctionModel) {
  const { idempotency, key } = fn;
  if (idempotency === 'safe') return { kind: 'read', idempotency } as const;
  return { kind: 'write', idempotency, ...(key && { key }), guard: writeGuard } as const;
}

function toSelect(model: IntegrationModel, fn: FunctionModel): { select?: Expression } {
  const select = fn.select && live(fn.select);
  const { shape, details } = shapeRules(model, fn);
  if (shape.length + details.length === 0) return select ? { select } : {};
  const whole: Expression = fn.paginate?.collect ? ({ items }) => items : ({ body }) => body;
  return { select: checkDetails(checkShape(select ?? whole, ...shape), ...details) };
}

const runners = { runPages, runRequest, runSteps };
const integrations = new WeakMap<IntegrationModel, IntegrationDetails>();

/** Of all functions of a model the same object. */
function toIntegration(model: IntegrationModel): IntegrationDetails {
  const known = integrations.get(model);
  if (known) return known;
  const { name, credentials, apis, redact } = model;
  const integration: IntegrationDetails = {
    name,
    credentials: Object.fromEntries(
      credentials.map(({ name: field, type, env, hosts }) => [
        field,
        { type, env, ...(hosts ? { hosts } : {}) },
      ]),
    ),
    apis: Object.fromEntries(
      apis.map((api): [string, Api] => {
        const { baseUrl, auth } = apiCode(api, credentials);
        return [api.name, { name: api.name, base_url: run(baseUrl), auth: run(auth) }];
      }),
    ),
    redact,
  };
  integrations.set(model, integration);
  return integration;
}

function toParam(param: ParamModel): Param {
  const { required, schema, default: initial, generate } = param;
  const { checks, nullable } = paramRules(schema);
  const copy = copyCode(param);
  return {
    checks: makeChecks(checks),
    ...(copy ? { copy: run(copy) } : {}),
    ...(required ? { required } : {}),
    ...(nullable ? { nullable } : {}),
    ...(initial === undefined ? {} : { default: initial }),
    ...(generate ? { generate: uuid4 } : {}),
  };
}

function toStep(integration: IntegrationDetails, fn: FunctionModel, step: StepModel): Step {
  const { path, headers, body, format } = requestCode(fn, step);
  return {
    name: step.name,
    api: integration.apis[step.api]!,
    method: step.method,
    path: run(path),
    ...(headers ? { headers: run(headers) } : {}),
    ...(body ? { body: run(body) } : {}),
    status: step.status,
    ...(format ? { format: run(format) } : {}),
    ...(step.when ? { when: live(step.when) } : {}),
    ...(step.optional ? { optional: true } : {}),
    with: mapValues(step.with, live),
  };
}

function toConnects({ param, id, expires, renew, accounts }: ConnectsModel): Connects {
  const credentials = accounts.map(({ integration, credentials: fields }) => [
    integration,
    Object.fromEntries(fields.map(({ name, value, secret }) => [name, { value: live(value), secret }])),
  ]);
  return {
    param,
    ...(id && { id: live(id) }),
    ...(expires && { expires: live(expires) }),
    renew,
    credentials: Object.fromEntries(credentials),
  };
}

function toPagination({ items, next, ...rest }: PaginationModel): Pagination {
  return {
    ...rest,
    items: live(items),
    ...(next ? { next: live(next) } : {}),
    ...(rest.style === 'link' ? { link: nextLink } : {}),
  };
}

function toErrors(rules: ErrorRulesModel | undefined): Partial<ErrorRules> {
  const { when, message, hints = [] } = rules ?? {};
  return {
    when: when ? [live(when)] : [],
    message: message ? [quiet(live(message))] : [],
    hints: hints.map((rule) =>
      rule.when ? hintWhen(live(rule.when), rule.hint) : hintMatch(rule.match!, rule.hint),
    ),
  };
}

function live(expression: CompiledExpression): Expression {
  return (scope) => evaluateExpression(expression, scope);
}

function run<Part>(code: Code): Part {
  return evaluateCode(code) as Part;
}
