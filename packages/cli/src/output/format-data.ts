import { toJson } from '../terminal/to-json.js';
import { UsageError } from '../errors/usage-error.js';
import { idsOf } from './ids-of.js';
import { itemsOf } from './items-of.js';

export const formats = ['table', 'json', 'yaml', 'csv', 'ndjson'] as const;
export type Format = (typeof formats)[number];

/** Throws a UsageError for any other text. */
export function checkFormat(text: string | undefined): Format | undefined {
  if (text === undefined) return undefined;
  const found = formats.find((format) => format === text);
  if (found) return found;
  throw new UsageError(`--format is one of ${formats.join(', ')}`);
}

/** Data in one of the formats. `ndjson` has a line for each item. Libraries are loaded by those that need them. */
export async function formatData(data: unknown, format: Format): Promise<string> {
  if (format === 'json') return `${toJson(data, 2)}\n`;
  if (format === 'ndjson') return (itemsOf(data) ?? [data]).map((item) => `${toJson(item)}\n`).join('');
  if (format === 'yaml') return (await import('yaml')).stringify(data ?? null);
  if (format === 'csv') return (await import('./format-csv.js')).formatCsv(data);
  const { formatPeople } = await import('./format-people.js');
  return formatPeople(data, terminalWidth());
}

/** One id on each line. */
export function formatIds(data: unknown): string {
  return idsOf(data)
    .map((id) => `${id.includes('\n') ? joinLines(id) : id}\n`)
    .join('');
}

function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).join(' ');
}

/** Infinity where no terminal breaks lines. */
export function terminalWidth(): number {
  return process.stdout.isTTY ? (process.stdout.columns ?? 80) : Infinity;
}
