import type { JsonSchema } from '@kosmokrator/runtime';
import { quoteText } from '@kosmokrator/host';
import { buildArguments } from '../arguments/build-arguments.js';
import { readObject, readText } from '../arguments/read-given.js';
import type { CallWords, Flag } from '../arguments/read-words.js';
import { UsageError } from '../errors/usage-error.js';

/** The arguments of a call: a JSON object, over it flags, over them `--arg`. `plain` is without the function's name. */
export async function readArguments(
  fn: string,
  input: JsonSchema,
  { plain, own, flags }: CallWords,
): Promise<Record<string, unknown>> {
  const [json, more] = plain;
  if (more !== undefined)
    throw new UsageError(`unexpected argument ${quoteText(more)}: params are flags, such as --key VALUE`);
  const given = json === undefined ? {} : await readObject(json);
  const named = [];
  for (const pair of own['arg'] ?? []) named.push(await readPair(pair));
  return buildArguments(fn, input, buildArguments(fn, input, given, flags), named);
}

/** `name=value`; `@FILE` and `@-` stand for the text that is there, `@@` for a plain `@`. */
async function readPair(pair: string): Promise<Flag> {
  const at = pair.indexOf('=');
  if (at < 1) throw new UsageError('--arg takes NAME=VALUE');
  const name = pair.slice(0, at);
  const text = pair.slice(at + 1);
  const file = /^@(?!@)([^]+)$/.exec(text)?.[1];
  const value = file === undefined ? text.replace(/^@@/, '@') : await readText(file);
  return { raw: `--arg ${name}`, name, value };
}
