import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';
import type { Catalog } from '../../catalog/catalog.js';
import { replacePrivateFile } from '../../files/private-file.js';
import { makePrivateFolder } from '../../files/private-folder.js';
import { withStoreLock } from '../../files/store-lock.js';
import { checkRuleNames } from './check-rule-names.js';
import { loadPolicy, type LoadedPolicy } from './load-policy.js';
import { checkPolicy } from './parse-policy.js';
import type { PolicyDocument } from './policy-document.js';

export interface ChangePolicyOptions {
  /** Default: `process.env`. */
  readonly env?: Environment;
  /** The installed packages, whose names the rules may use. */
  readonly catalog: Pick<Catalog, 'integrations' | 'integration'>;
}

/**
 * Changes the user's policy, one process at a time: whoever reads the file finds the old or the new policy, and never a
 * part. Throws a `PolicyError`, and writes nothing, when the policy is wrong before or after the change.
 */
export async function changePolicy(
  change: (document: PolicyDocument) => PolicyDocument,
  { env = process.env, catalog }: ChangePolicyOptions,
): Promise<LoadedPolicy> {
  const { source } = loadPolicy(env);
  const folder = dirname(source);
  if (!existsSync(folder)) makePrivateFolder(folder);
  return withStoreLock(folder, ({ draft, check }) => {
    const document = checkPolicy(change(loadPolicy(env).document), source);
    checkRuleNames(document, catalog, source);
    check();
    // A link leads to where the user keeps the file, and stays.
    const file = existsSync(source) ? realpathSync(source) : source;
    const near = file === source ? draft : `${file}${draft.slice(draft.lastIndexOf('.'))}`;
    replacePrivateFile(file, `${JSON.stringify(document, null, 2)}\n`, near);
    return { source, document, missing: false };
  });
}
