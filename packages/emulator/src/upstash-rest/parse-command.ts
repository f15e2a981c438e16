import { isUtf8 } from 'node:buffer';
import { parse } from 'lossless-json';
import type { ApiRequest } from '../http/api-message.js';
import type { Command } from '../redis/backend.js';

/** A request that holds no command; the message goes to the client. */
export class CommandSyntaxError extends Error {}

/** `["SET", "key", 1]`: strings as they are, numbers and booleans in the words of the request. */
export function parseCommand(body: Buffer): Command {
  return toCommand(parseJson(body));
}

/** A list of at least one command, as `/pipeline` and `/multi-exec` take it. */
export function parseCommands(body: Buffer): Command[] {
  const list = parseJson(body);
  if (!Array.isArray(list) || list.length === 0) {
    throw new CommandSyntaxError('ERR the body must be a JSON array of at least one command array');
  }
  return list.map(toCommand);
}

/** `/set/key/value?EX=10`; a body goes after the path, the query after the body. */
export function parsePathCommand(request: ApiRequest): Command {
  const [name, ...args]: (string | Buffer)[] = request.path.slice(1).split('/').map(decodePercent);
  if (request.body.length > 0) args.push(textOrBytes(request.body));
  for (const [option, value] of request.query) {
    if (option === '_token') continue;
    args.push(option, ...(value === '' ? [] : [value]));
  }
  return [String(name), ...args];
}

/** Numbers keep the digits of the text: one of 64 bits does not fit into a JavaScript number. */
function parseJson(body: Buffer): unknown {
  try {
    return parse(body.toString(), undefined, (digits) => digits);
  } catch {
    throw new CommandSyntaxError('ERR failed to parse the request body as JSON');
  }
}

function toCommand(value: unknown): Command {
  if (!Array.isArray(value)) throw new CommandSyntaxError('ERR a command must be a JSON array');
  const [name, ...args] = value.map(toArgument);
  if (name === undefined || name === '') throw new CommandSyntaxError('ERR empty command');
  return [name, ...args];
}

function toArgument(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  throw new CommandSyntaxError('ERR an argument of a command must be a string, a number or a boolean');
}

/** Percent escapes may spell any byte; what is no UTF-8 stays bytes. */
function decodePercent(segment: string): string | Buffer {
  const bytes = segment.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return textOrBytes(Buffer.from(bytes, 'latin1'));
}

function textOrBytes(bytes: Buffer): string | Buffer {
  return isUtf8(bytes) ? bytes.toString() : bytes;
}
