import { UsageError } from '../errors/usage-error.js';

const milliseconds = { ms: 1, s: 1000, m: 60_000 } as const;
const bytes = { kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 } as const;

/** `500ms`, `30s` or `2m`, in milliseconds. */
export function parseDuration(text: string): number {
  return parse(text, milliseconds, '500ms, 30s or 2m');
}

/** `512kB`, `64MB` or `1GB`, in bytes; a kB is 1024 bytes. */
export function parseSize(text: string): number {
  return parse(text, bytes, '512kB, 64MB or 1GB');
}

function parse(text: string, units: Readonly<Record<string, number>>, examples: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([a-z]+)$/i.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  const value = Math.round(Number(digits) * (factor ?? Number.NaN));
  if (value > 0 && Number.isSafeInteger(value)) return value;
  throw new UsageError(`"${text}" is not a positive quantity with a unit, such as ${examples}`);
}
