import { parseJson } from '@kosmokrator/runtime';
import {
  isJSONRPCRequest,
  type JSONRPCMessage,
  ProtocolErrorCode,
  type RequestId,
} from '@modelcontextprotocol/server';

/** A message, or the error to answer with. */
export type ReadMessage =
  | { readonly message: JSONRPCMessage }
  /** Answers for its sender: the line is no message, or not one that can be served. */
  | { readonly problems: readonly LineProblem[] }
  /** Nobody waits for an answer. */
  | { readonly ignored: string };

/** An error for one request; `id` is null where the line tells no id that can be used. */
export interface LineProblem {
  readonly id: RequestId | null;
  readonly code: number;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const mostAnswered = 100;

/** Reads one line as a message of JSON-RPC 2.0 (sections 4 and 5); undefined for a line with nothing on it. */
export function readMessage(line: Buffer): ReadMessage | undefined {
  let value: unknown;
  try {
    // A byte order mark is no part of the text.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line);
    if (text.trim() === '') return undefined;
    value = JSON.parse(text);
  } catch (error) {
    const what = error instanceof SyntaxError ? 'JSON, or is cut off' : 'UTF-8';
    return problem(null, `the line is not ${what}`, ProtocolErrorCode.ParseError);
  }
  if (Array.isArray(value)) return refuseBatch(value);
  if (!isFields(value)) return problem(null, 'a message must be a JSON object');
  return readFields(value);
}

/** What can be told of a message that is too long to be read: its id, where it is the first or the last field. */
export function readTooLong(start: Buffer, end: Buffer, most: number): ReadMessage {
  const id = `(\\d{1,15}|"[^"\\\\]{1,64}")`;
  const found =
    new RegExp(`^\\{"jsonrpc":"2\\.0","id":${id},`).exec(start.toString()) ??
    new RegExp(`,"id":${id}\\}\\s*$`).exec(end.toString());
  const usable = found ? (JSON.parse(found[1]!) as RequestId) : null;
  return problem(usable, `the line is longer than ${most} bytes`);
}

function readFields(fields: Fields): ReadMessage {
  const { id, method } = fields;
  const isAnswer =
    method === undefined && (Object.hasOwn(fields, 'result') || Object.hasOwn(fields, 'error'));
  const wrong = isAnswer ? wrongAnswer(fields) : wrongRequest(fields);
  if (wrong === undefined) return { message: isAnswer ? answerOf(fields) : requestOf(fields) };
  const waits = !isAnswer && (Object.hasOwn(fields, 'id') || typeof method !== 'string');
  if (waits) return problem(usableId(id), wrong);
  return { ignored: `${isAnswer ? 'an answer' : 'a notification'}: ${wrong}` };
}

function wrongRequest(fields: Fields): string | undefined {
  const { jsonrpc, id, method, params } = fields;
  if (jsonrpc !== '2.0') return 'jsonrpc must be "2.0"';
  if (typeof method !== 'string') return 'method must be a string';
  if (Object.hasOwn(fields, 'id') && usableId(id) === null) return 'id must be a string or a whole number';
  if (!isAbsent(method, params) && !isFields(params)) return 'params must be an object, or be left out';
  const likeRequest = { jsonrpc, id: 0, method, ...(!isAbsent(method, params) && { params }) };
  return isJSONRPCRequest(likeRequest) ? undefined : 'params._meta does not follow the protocol';
}

function wrongAnswer({ jsonrpc, id, result, error }: Fields): string | undefined {
  if (jsonrpc !== '2.0') return 'jsonrpc must be "2.0"';
  if (usableId(id) === null) return 'id must be a string or a whole number';
  return isFields(error ?? result) ? undefined : 'result or error must be an object';
}

/** The fields that JSON-RPC knows. The library refuses a message with others, which harm nobody. */
function requestOf({ id, method, params }: Fields): JSONRPCMessage {
  const known = isAbsent(method, params) ? undefined : (params as Fields);
  const taken = method === 'tools/call' ? takeArguments(known) : known;
  return {
    jsonrpc: '2.0',
    ...(id !== undefined && { id }),
    method,
    ...(taken !== undefined && { params: taken }),
  } as JSONRPCMessage;
}

function answerOf({ id, result, error }: Fields): JSONRPCMessage {
  return { jsonrpc: '2.0', id, ...(error === undefined ? { result } : { error }) } as JSONRPCMessage;
}

/** Models give null for no arguments, and JSON text for an object of them. */
function takeArguments(params: Fields | undefined): Fields | undefined {
  if (params === undefined) return undefined;
  const { arguments: given, ...rest } = params;
  if (given === null) return rest;
  const read = typeof given === 'string' ? readJsonObject(given) : undefined;
  return read === undefined ? params : { ...rest, arguments: read };
}

function readJsonObject(text: string): Fields | undefined {
  try {
    const value = parseJson(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses a batch, which revision 2025-03-26 alone had. Whoever waits for an answer to one of its requests is told. */
function refuseBatch(batch: readonly unknown[]): ReadMessage {
  const ids = batch
    .map((item) => (isFields(item) && item['method'] !== undefined ? usableId(item['id']) : null))
    .filter((id) => id !== null);
  const text = 'batches are not supported; send each message on its own line';
  const ask = (id: RequestId | null) => ({ id, code: ProtocolErrorCode.InvalidRequest, text });
  return { problems: [null, ...ids.slice(0, mostAnswered)].map(ask) };
}

function problem(
  id: RequestId | null,
  text: string,
  code: number = ProtocolErrorCode.InvalidRequest,
): ReadMessage {
  return { problems: [{ id, code, text }] };
}

function usableId(id: unknown): RequestId | null {
  return typeof id === 'string' || Number.isSafeInteger(id) ? (id as RequestId) : null;
}

/** Some clients send null with a request for a list, which needs no params. */
function isAbsent(method: unknown, params: unknown): boolean {
  return params === undefined || (params === null && String(method).endsWith('/list'));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
