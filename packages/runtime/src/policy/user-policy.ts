import type { Policy } from '../account.js';
import type { Environment } from '../account/account-from-env.js';
import type { Catalog } from '../host/catalog.js';
import { checkRuleNames } from './check-rule-names.js';
import { createPolicy, type PolicyOptions } from './create-policy.js';
import { loadPolicy } from './load-policy.js';

export interface UserPolicyOptions extends Omit<PolicyOptions, 'document' | 'source' | 'missing'> {
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** What the names in the rules are checked against. */
  readonly catalog?: Pick<Catalog, 'integrations' | 'integration'>;
}

/** The policy in the user's config folder, as it is now. Throws a `PolicyError` when it cannot be used. */
export function userPolicy({ env, catalog, ...options }: UserPolicyOptions = {}): Policy {
  const { document, source, missing } = loadPolicy(env);
  if (catalog) checkRuleNames(document, catalog, source);
  return createPolicy({ ...options, document, source, missing });
}
