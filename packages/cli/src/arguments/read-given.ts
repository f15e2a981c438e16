import { createReadStream } from 'node:fs';
import { describeProblem, systemProblem } from '@kosmokrator/host';
import { isPlainObject } from '@kosmokrator/runtime/internal';
import { parseJson } from '@kosmokrator/runtime';
import { UnusableError, UsageError } from '../errors/usage-error.js';
import { readStart } from './read-start.js';

const mostBytes = 16 * 1024 * 1024;

let inputIsRead = false;

/** The text of a file; `-` is standard input, which can be read once. It is UTF-8 and at most 16 MiB. */
export async function readText(file: string): Promise<string> {
  if (file === '-') {
    if (inputIsRead) throw new UsageError('standard input is given twice: it can be read once');
    inputIsRead = true;
  }
  let bytes: Buffer;
  try {
    bytes = await readStart(file === '-' ? process.stdin : createReadStream(file), mostBytes);
  } catch (error) {
    throw new UnusableError(`cannot read ${file}: ${systemProblem(error) ?? describeProblem(error)}`);
  }
  const name = file === '-' ? 'standard input' : file;
  if (bytes.length > mostBytes) throw new UnusableError(`${name} has more than 16 MiB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableError(`${name} is not UTF-8`);
  }
}

/**
 * One JSON object, by default the arguments of a call: the JSON itself, `@FILE`, or `-` or `@-` for standard input. Errors
 * hold `example` and nothing of what was given.
 */
export async function readObject(given: string, example = '{"key":"a"}'): Promise<Record<string, unknown>> {
  const file = given === '-' ? '-' : /^@([^]+)$/.exec(given)?.[1];
  const place = file === undefined ? 'the JSON argument' : file === '-' ? 'standard input' : file;
  const text = file === undefined ? given : await readText(file);
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw new UsageError(`${place} is not JSON: give an object, such as '${example}'`);
  }
  if (isPlainObject(value)) return { ...(value as Record<string, unknown>) };
  throw new UsageError(`${place} must be a JSON object, such as '${example}'`);
}
