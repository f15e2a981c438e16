import { type Account, didYouMean, KosmoError } from '@kosmokrator/runtime';
import { baseUrlRule, brokenRule, quoteText, reveal } from '@kosmokrator/runtime/internal';
import type { AccountIntegration } from './account-integration.js';
import { baseUrlOf } from './bind-origins.js';

type Texts = Account['credentials'];

/** The fields that someone wants to store. */
export interface GivenAccount {
  readonly credentials: Texts;
  readonly baseUrls: Texts;
  readonly allowLoopbackHttp: boolean;
}

/** The credentials and base URLs that were given, trimmed, without empty ones. */
export interface CheckedAccount {
  readonly credentials: Readonly<Record<string, string>>;
  readonly baseUrls: Readonly<Record<string, string>>;
}

/** Throws `invalid_argument`, which names the credential or API and the rule and never holds the value. */
export function checkGiven(integration: AccountIntegration, given: GivenAccount): CheckedAccount {
  const { allowLoopbackHttp } = given;
  const refuse = (param: string, message: string): never => {
    throw new KosmoError({ code: 'invalid_argument', message, integration: integration.name, param });
  };
  const credentials = present(given.credentials);
  const baseUrls = present(given.baseUrls);
  const knownOnly = (names: object, known: object, what: string) => {
    for (const name of Object.keys(names)) {
      if (Object.hasOwn(known, name)) continue;
      const hint = didYouMean(name, Object.keys(known));
      refuse(name, `${integration.name} has no ${what} ${quoteText(name)}${hint}`);
    }
  };
  knownOnly(given.credentials, integration.credentials, 'credential');
  knownOnly(given.baseUrls, integration.apis, 'API');
  for (const [name, value] of Object.entries(credentials)) {
    const rule = brokenRule(integration.credentials[name]!, value, { allowLoopbackHttp });
    if (rule) refuse(name, `${name} ${rule}`);
  }
  for (const [name, api] of Object.entries(integration.apis)) {
    const url = baseUrlOf(name, api, credentials, baseUrls);
    const rule = url === undefined ? undefined : baseUrlRule(url, { allowLoopbackHttp });
    if (rule) refuse(name, `the base URL of ${name} ${rule}`);
  }
  if (Object.keys(credentials).length === 0) {
    const all = Object.keys(integration.credentials);
    const hint = all.length > 0 ? `give at least one of ${all.join(', ')}` : 'it needs none';
    refuse(all[0] ?? 'credentials', `no credentials of ${integration.name} were given; ${hint}`);
  }
  return { credentials, baseUrls };
}

function present(texts: Texts): Record<string, string> {
  const trimmed = Object.entries(texts).map(([name, text]) => [name, reveal(text)?.trim()] as const);
  return Object.fromEntries(trimmed.filter((entry): entry is [string, string] => Boolean(entry[1])));
}
