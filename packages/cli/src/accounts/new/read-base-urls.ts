import type { Environment } from '@kosmokrator/runtime';
import { accountFromEnv } from '@kosmokrator/runtime';
import { UsageError } from '../../errors/usage-error.js';
import type { NamedAccount } from '../find-account.js';

/**
 * Other base URLs of a new account: `--base-url API=URL`, over those in variables. Variables are for `default`, and for an
 * account that is made of the environment. Names and values are checked when the account is stored.
 */
export function readBaseUrls(
  pairs: readonly string[],
  { integration, account }: NamedAccount,
  fromEnvironment: boolean,
  env: Environment = process.env,
): Record<string, string> {
  const { baseUrls = {} } = accountFromEnv(integration, env);
  const set = fromEnvironment || account === 'default' ? Object.entries(baseUrls) : [];
  const given = pairs.map((pair) => {
    const [, api, url] = /^([a-z][a-z0-9_]*)=(.+)$/.exec(pair) ?? [];
    if (api === undefined || url === undefined)
      throw new UsageError('--base-url takes API=URL, such as api=https://proxy.example.com');
    return [api, url] as const;
  });
  return Object.fromEntries(
    [...set, ...given].filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())),
  );
}
