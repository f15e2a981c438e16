import { type Account, type HostOperation, KosmoError } from '@kosmokrator/runtime';
import { reveal } from '@kosmokrator/runtime/internal';

/**
 * Throws `missing_credentials` where an account lacks what an operation needs, as the call itself would. It names the
 * command that gives them, since variables are for `default` only.
 */
export function requireCredentials(operation: HostOperation, account: Account, name: string): void {
  const { integration } = operation;
  for (const api of new Set(operation.steps.map((step) => step.api))) {
    const present = Object.fromEntries(
      Object.entries(account.credentials).map(([field, value]) => [field, reveal(value)?.trim() ?? '']),
    );
    const used = new Set<string>();
    const get = (field: string) => (used.add(field), present[field]);
    if (!account.baseUrls?.[api.name]?.trim()) api.base_url(get);
    const proof = api.auth(get, present, [...used]);
    const missing = [...used].filter((field) => !present[field]);
    if (missing.length === 0) continue;
    const list = proof.missing ?? ((show: (field: string) => string) => missing.map(show).join(' and '));
    const variables = list((field) => integration.credentials[field]!.env);
    const fix =
      name === 'default'
        ? `set ${variables}, or run "kosmo configure ${integration.name}"`
        : `run "kosmo configure ${integration.name} ${name}" and give them, too`;
    throw new KosmoError({
      code: 'missing_credentials',
      message: `the account "${name}" has no ${list(String)}: ${fix}`,
      integration: integration.name,
      account: name,
      param: missing[0]!,
    });
  }
}
