import { isKosmoError, KosmoError, nearNames } from '@kosmokrator/runtime';
import { quoteText, showText } from '@kosmokrator/runtime/internal';
import { describeProblem } from '../../system-problem.js';
import type { AccountNames } from './account-contents.js';

/** Runs work on an account, and tells of its failure with the names of that account. */
export async function withNames<T>(names: Partial<AccountNames>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw addNames(names, error);
  }
}

/** Without the cause: what a keychain or parser says of a value could hold it. */
function addNames({ integration, account }: Partial<AccountNames>, error: unknown): unknown {
  const own = isKosmoError(error);
  const foreseen = own ? error.integration === undefined : error instanceof Error && error.name === 'Error';
  if (!foreseen) return error;
  const subject = account === undefined ? 'accounts' : `account ${quoteText(account)} of ${integration}`;
  return new KosmoError({
    code: own ? error.code : 'missing_credentials',
    message: `${subject}: ${showText(describeProblem(error), 1000)}`,
    ...(integration !== undefined && { integration }),
    ...(account !== undefined && { account }),
    ...(own && error.param !== undefined && { param: error.param }),
  });
}

const mostNames = 20;

/** That there is no such account, and which there are: those with a similar name first. */
export function missingAccount({ integration, account }: AccountNames, known: readonly string[]): KosmoError {
  const near = nearNames(account, known);
  const ordered = [...near, ...known.filter((name) => !near.includes(name))].map((name) =>
    showText(name, 64),
  );
  const more = ordered.length > mostNames ? ` and ${ordered.length - mostNames} more` : '';
  const hint = near.length > 0 ? `; did you mean ${near.map(quoteText).join(' or ')}?` : '.';
  return new KosmoError({
    code: 'missing_credentials',
    message:
      `${integration} has no account ${quoteText(account)}${hint} ` +
      `Its accounts: ${ordered.slice(0, mostNames).join(', ')}${more}.`,
    integration,
    account,
  });
}
