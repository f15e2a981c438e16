import { describeProblem, type InstalledIntegration, loadCatalog } from '@kosmokrator/host';
import {
  accountState,
  describeIntegration,
  type ListedAccount,
  openAccountStore,
} from '@kosmokrator/host/accounts';
import type { Account } from '@kosmokrator/runtime';
import { programFiles } from '../host/program-files.js';
import type { Check, Finding } from './finding.js';

const check = 'accounts';

/** Accounts that lack credentials, that cannot be read, and that have expired. Asks the keychain for each that it holds. */
export const checkAccounts: Check = async ({ env }) => {
  try {
    const catalog = loadCatalog({ env, program: programFiles() });
    const store = openAccountStore({ env });
    const findings: Finding[] = [];
    let complete = 0;
    for (const integration of catalog.integrations) {
      const described = await describeIntegration(catalog, integration.manifest.name).catch(describeProblem);
      if (typeof described === 'string') {
        const fix = `npm install @kosmokrator/${integration.manifest.name}`;
        findings.push({ check, status: 'problem', message: described, fix });
        continue;
      }
      for (const account of await store.list(described)) {
        if (account.store === 'none') continue;
        const found =
          incomplete(integration, account) ??
          (await unreadable(account, () => store.resolve(described, account.name)));
        if (found) findings.push(found);
        else complete++;
      }
    }
    return findings.length > 0 ? findings : [summary(complete)];
  } catch (error) {
    return [{ check, status: 'problem', message: describeProblem(error), fix: 'kosmo accounts list' }];
  }
};

function summary(count: number): Finding {
  if (count > 0)
    return { check, status: 'ok', message: `${count} complete account${count === 1 ? '' : 's'}`, fix: null };
  return { check, status: 'warning', message: 'no account has credentials', fix: 'kosmo configure NAME' };
}

function incomplete(
  { manifest }: InstalledIntegration,
  { name, outline }: ListedAccount,
): Finding | undefined {
  if (outline === undefined) return undefined;
  const { state, missing } = accountState(manifest, outline);
  if (state !== 'incomplete') return undefined;
  return {
    check,
    status: 'problem',
    message: `account "${name}" of ${manifest.name} is not complete: it lacks ${missing.join(' and ')}`,
    fix: configure(manifest.name, name),
  };
}

/** An account that cannot be read, or that has expired, which it knows by itself. */
async function unreadable(
  { integration, name }: ListedAccount,
  resolve: () => Promise<Account>,
): Promise<Finding | undefined> {
  try {
    const account = await resolve();
    account.check?.(account);
    return undefined;
  } catch (error) {
    return { check, status: 'problem', message: describeProblem(error), fix: configure(integration, name) };
  }
}

function configure(integration: string, name: string): string {
  return `kosmo configure ${integration}${name === 'default' ? '' : ` ${name}`}`;
}
