import { KosmoError } from '@kosmokrator/runtime';
import type { CallToolResult } from '@modelcontextprotocol/server';

/** Which call a result is of. */
type CallNames = Readonly<Record<'integration' | 'function' | 'account', string>>;

const mebibyte = 1024 * 1024;
/** Bytes of a result as JSON: what Lua scripts get at most, and more than a model can read. */
const resultBytes = 4 * mebibyte;
/** The longest message of an error, in characters: it may name a member by a name that the caller made up. */
const messageLength = 4_000;
/** A line holds the result twice, once as text with its quotes escaped. The protocol's own client ends at 10 MiB. */
const lineBytes = 10 * mebibyte - 64 * 1024;

/**
 * A function's result as MCP carries it: structured, and the same as JSON text for clients that read text only. Throws
 * `limit_exceeded` for one that is too large; the call has been made then.
 */
export function toolResult(value: unknown, call: CallNames): CallToolResult {
  const result = carry(asObject(withoutBigInts(value)));
  const { text } = result.content[0] as { text: string };
  const bytes = Buffer.byteLength(text);
  if (bytes > resultBytes || (bytes > lineBytes / 3 && bytes + escapedBytes(text) > lineBytes))
    throw tooLarge(call, bytes);
  return result;
}

function escapedBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

function tooLarge(call: CallNames, bytes: number): KosmoError {
  const size = (bytes / mebibyte).toFixed(1);
  return new KosmoError({
    code: 'limit_exceeded',
    message:
      `the result is ${size} MiB, and a tool can return at most ${resultBytes / mebibyte} MiB (less if it is mostly quotes ` +
      'or backslashes). The call was made. Ask for less at a time: use a limit, a page, a range or a filter, if the tool has one.',
    ...call,
    outcome: 'done',
    attempts: 1,
  });
}

/** A failed call. The model sees code, message and the rest, so that it can tell what to do. */
export function toolError(error: KosmoError): CallToolResult {
  const { message, ...more } = error.toJSON() as { readonly message: string };
  const shown = message.length > messageLength ? `${message.slice(0, messageLength)}… [cut]` : message;
  return { ...carry({ message: shown, ...more }), isError: true };
}

function carry(structuredContent: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
}

/** The protocol wants an object. */
function asObject(value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) return { items: value };
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value };
}

/** JSON numbers of the protocol's library end at 2^53; beyond, the digits travel as text. */
function withoutBigInts(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withoutBigInts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutBigInts(field)]));
}
