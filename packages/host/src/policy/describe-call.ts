import type { PolicyRequest } from '@kosmokrator/runtime';
import { encodeJson } from '@kosmokrator/runtime/internal';
import { shownArguments } from './call-hash.js';
import { fullName } from './decide.js';

const longestAccount = 64;
const longestArguments = 2000;

/** Control, bidi and zero-width characters, fillers, odd spaces: what shows as something else than what is sent. */
const deceptive = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** What a person is asked about: function and account, and below them the arguments. */
export function describeCall(request: PolicyRequest): string {
  const { operation, account } = request;
  const warning = operation.destructive ? ' It may overwrite or delete data.' : '';
  const as = `with account "${cut(showAll(account), longestAccount)}"`;
  const args = cut(showAll(encodeJson(shownArguments(request))), longestArguments);
  return `${fullName(operation)} wants to ${operation.kind}, ${as}.${warning}\n  ${args}`;
}

function showAll(text: string): string {
  return text.replace(deceptive, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half a surrogate pair would be a character of its own.
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}
