import type { Environment, Policy } from '@kosmokrator/runtime';
import type { Catalog } from '../catalog/catalog.js';
import { checkRuleNames } from './document/check-rule-names.js';
import { createPolicy, type PolicyOptions } from './create-policy.js';
import { loadPolicy } from './document/load-policy.js';

export interface UserPolicyOptions extends Omit<PolicyOptions, 'document' | 'source' | 'missing'> {
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** The installed packages, whose names the rules may use. */
  readonly catalog?: Pick<Catalog, 'integrations' | 'integration'>;
}

/** The policy in the user's config folder, as it is now. Throws a `PolicyError` when it cannot be used. */
export function userPolicy({ env, catalog, ...options }: UserPolicyOptions = {}): Policy {
  const { document, source, missing } = loadPolicy(env);
  if (catalog) checkRuleNames(document, catalog, source);
  return createPolicy({ ...options, document, source, missing });
}
