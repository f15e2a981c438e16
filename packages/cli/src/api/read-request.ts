import { parseJson } from '@kosmokrator/runtime';
import { readText } from '../arguments/read-given.js';
import { UsageError } from '../errors/usage-error.js';

/** The names and values of `--query`; a name that comes again has a list. */
export function readQuery(pairs: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const query = new Map<string, string[]>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1)
      throw new UsageError('--query takes NAME=VALUE, such as --query page=2; --select takes JMESPath');
    const name = pair.slice(0, at);
    query.set(name, [...(query.get(name) ?? []), pair.slice(at + 1)]);
  }
  return Object.fromEntries(query);
}

/** The body of a request, as it was given: `--data` must be JSON, and GET and HEAD take none. */
export async function readBody(method: string, data: string | undefined): Promise<string | undefined> {
  if (data === undefined) return undefined;
  if (/^(?:GET|HEAD)$/i.test(method))
    throw new UsageError(`${method.toUpperCase()} has no body: leave out --data, or use --query`);
  const file = data === '-' ? '-' : /^@([^]+)$/.exec(data)?.[1];
  const text = file === undefined ? data : await readText(file);
  const place = file === undefined ? '--data' : file === '-' ? 'standard input' : file;
  try {
    parseJson(text);
  } catch {
    throw new UsageError(`${place} is not JSON, such as '{"name":"a"}' or '"a text"'`);
  }
  return text;
}
