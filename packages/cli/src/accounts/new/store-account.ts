import type { Catalog } from '@kosmokrator/host';
import type { AccountCheck, AccountStore } from '@kosmokrator/host/accounts';
import { type Account, type ErrorDetails, isKosmoError, KosmoError } from '@kosmokrator/runtime';
import type { Answer } from '../../output/print-answer.js';
import { letFinish } from '../../terminal/let-finish.js';
import type { NamedAccount } from '../find-account.js';
import { tryAccount } from '../try-account.js';

/** What is to be stored, and how. */
export interface NewAccount {
  readonly credentials: Account['credentials'];
  readonly baseUrls: Readonly<Record<string, string>>;
  /** Calls the service first. */
  readonly check: boolean;
  readonly mayAsk: boolean;
}

/** Tries credentials and stores them, unless the service refuses them: then nothing is stored. */
export async function storeAccount(
  store: AccountStore,
  catalog: Catalog,
  named: NamedAccount,
  { credentials, baseUrls, check, mayAsk }: NewAccount,
): Promise<Answer> {
  const { integration, account } = named;
  const settings = { baseUrls };
  const draft = store.draft(integration, account, credentials, settings);
  const tried = check ? await tryFirst() : undefined;
  const place = await letFinish(store.set(integration, account, credentials, settings));
  const data = {
    integration: integration.name,
    account,
    store: place.store,
    place: place.text,
    checked: tried?.calls ?? [],
    unchecked: tried?.unchecked ?? [],
  };
  const lines = [
    ...(tried ? checkLines(integration.name, tried) : ['The credentials were not checked.']),
    `Stored the account "${account}" of ${integration.name}: ${place.text}.`,
  ];
  return { data, text: () => `${lines.join('\n')}\n` };

  async function tryFirst(): Promise<AccountCheck> {
    try {
      return await tryAccount(catalog, named, draft, mayAsk);
    } catch (error) {
      throw isKosmoError(error) && error.code !== 'cancelled' ? withAdvice(error) : error;
    }
  }
}

/** What a check has shown, for people. */
export function checkLines(integration: string, { calls, unchecked }: AccountCheck): string[] {
  const lines = calls.map(({ function: name, duration_ms: ms }) => `${name} succeeded, in ${ms} ms.`);
  if (unchecked.length > 0)
    lines.push(`Not checked, since ${integration} has no check for it: ${unchecked.join(', ')}.`);
  else if (calls.length === 0) lines.push(`Not checked: ${integration} has no check.`);
  return lines;
}

function withAdvice(error: KosmoError): KosmoError {
  const details = error.toJSON() as unknown as ErrorDetails;
  const message = `${error.message.replace(/[.;]?$/, '.')} Nothing was stored. Correct the credentials and try again, or store them as they are with --no-check.`;
  return new KosmoError({ ...details, message });
}
