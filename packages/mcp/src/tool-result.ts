import type { KosmoError } from '@kosmokrator/runtime';
import type { CallToolResult } from '@modelcontextprotocol/server';

/** A function's result as MCP carries it: structured, and the same as JSON text for clients that read text only. */
export function toolResult(value: unknown): CallToolResult {
  return carry(asObject(withoutBigInts(value)));
}

/** A failed call. The model sees code, message and the rest, so that it can tell what to do. */
export function toolError(error: KosmoError): CallToolResult {
  return { ...carry(error.toJSON()), isError: true };
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
