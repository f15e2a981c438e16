import { toJson } from '../terminal/to-json.js';

type Fields = Readonly<Record<string, unknown>>;

/** Version of `schemas/envelope-1.json`. Members may be added to it; one that is removed or changes makes a new version. */
export const envelopeVersion = 1;

/** What of an error is told. Its cause may hold anything. */
const errorFields = [
  'code',
  'message',
  'integration',
  'function',
  'account',
  'status',
  'param',
  'retryable',
  'outcome',
  'attempts',
  'retry_after_ms',
  'request_id',
  'diagnostics',
  'changes',
  'result',
];

/** The line that a command prints when it has succeeded. */
export function successLine(data: unknown, meta: Fields): string {
  return `${toJson({ ok: true, data: data ?? null, meta: { ...meta, version: envelopeVersion } })}\n`;
}

/** The line that it prints when it has failed. */
export function failureLine(error: object, meta: Fields): string {
  const told = errorFields.map((name) => [name, Reflect.get(error, name) as unknown]);
  const fields = Object.fromEntries(told.filter(([, value]) => value !== undefined)) as Fields;
  return `${toJson({ ok: false, error: fields, meta: { ...meta, version: envelopeVersion } })}\n`;
}
