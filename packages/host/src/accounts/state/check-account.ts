import { KosmoError } from '@kosmokrator/runtime';
import type { Manifest } from '../../catalog/manifest.js';
import type { Host, HostCallOptions } from '../../host.js';
import { type AccountState, accountState } from './account-state.js';
import type { AccountOutline } from '../store/accounts-file.js';

/** What the calls of a check have shown. */
export interface AccountCheck {
  /** The functions that were called, with success. */
  readonly calls: readonly { readonly function: string; readonly duration_ms: number }[];
  /** The APIs whose credentials no call has tried, since the integration has no check for them. */
  readonly unchecked: readonly string[];
}

/**
 * Makes the calls by which an integration shows whether credentials are right: those for whose API the account has some.
 * The first that fails throws its error. Throws `missing_credentials` before any call where some are of no use without
 * others. `host` finds the account by the name in `options`.
 */
export async function checkAccount(
  host: Pick<Host, 'call'>,
  manifest: Manifest,
  outline: AccountOutline,
  options: HostCallOptions & { readonly account: string },
): Promise<AccountCheck> {
  const state = accountState(manifest, outline);
  if (state.state !== 'complete') throw incomplete(manifest, options.account, state);
  const needing = state.ready.filter((api) => needsCredentials(manifest, api));
  const checks = (manifest.checks ?? []).filter(({ apis }) => apis.every((api) => state.ready.includes(api)));
  const calls = [];
  for (const { function: name, args } of checks) {
    const since = performance.now();
    await host.call(`${manifest.namespace}_${name}`, args, options);
    calls.push({ function: name, duration_ms: Math.round(performance.now() - since) });
  }
  const tried = new Set(checks.flatMap(({ apis }) => apis));
  return { calls, unchecked: needing.filter((api) => !tried.has(api)) };
}

function needsCredentials({ needs = {} }: Manifest, api: string): boolean {
  const { base_url: base, auth } = needs[api]!;
  return base.length > 0 || auth.every((way) => way.length > 0);
}

function incomplete(
  { name: integration, credentials, needs = {} }: Manifest,
  account: string,
  { missing }: AccountState,
): KosmoError {
  const ways = Object.values(needs).flatMap(({ base_url: base, auth }) =>
    auth.map((way) => [...base, ...way]),
  );
  const sets = ways.filter((names) => names.length > 0).map((names) => names.join(' and '));
  const hint =
    missing.length > 0
      ? `it lacks ${missing.join(' and ')}, without which the others are of no use`
      : `it needs ${sets.join(', or ') || credentials.map(({ name }) => name).join(' and ')}`;
  const name = account === 'default' ? integration : `${integration} ${account}`;
  return new KosmoError({
    code: 'missing_credentials',
    message: `account "${account}" of ${integration} is not complete: ${hint}; run "kosmo configure ${name}"`,
    integration,
    account,
    ...(missing[0] !== undefined && { param: missing[0] }),
  });
}
