import { isPlainObject } from '@kosmokrator/runtime/internal';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { showOnOutput } from '../terminal/show-printable.js';
import { paint, withoutMarks } from '../terminal/paint.js';
import { toJson } from '../terminal/to-json.js';

const narrowest = 8;
const gap = 2;

/**
 * Data for people: a table for a list of objects, key-value lines for an object, one line for each item of another list.
 * `width` is that of the terminal; Infinity breaks no line.
 */
export function formatPeople(data: unknown, width: number): string {
  if (Array.isArray(data)) {
    if (data.length === 0) return 'Nothing.\n';
    if (data.every(isPlainObject)) return listOf(data as Record<string, unknown>[], width);
    return data.map((item) => `${cell(item)}\n`).join('');
  }
  return isPlainObject(data) ? block(data, width) : `${cell(data)}\n`;
}

/** A table, or, where its columns do not fit, each item as a block of lines. */
function listOf(items: readonly Record<string, unknown>[], width: number): string {
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  if (columns.length * (narrowest + gap) > width) return items.map((item) => block(item, width)).join('\n');
  const rows = items.map((item) => columns.map((name) => cell(item[name])));
  return table([columns.map(showOnOutput), ...rows], width, { heading: true });
}

/** Key and value on each line; a list of objects gets a table below its key. */
function block(item: Readonly<Record<string, unknown>>, width: number): string {
  const entries = Object.entries(item);
  const isList = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isPlainObject);
  const rows = entries
    .filter(([, value]) => !isList(value))
    .map(([name, value]) => [showOnOutput(name), cell(value)]);
  const lists = entries.filter(([, value]) => isList(value));
  const lines = rows.length > 0 ? table(rows, width, { names: true }) : '';
  const below = lists.map(
    ([name, value]) => `${paint('name', showOnOutput(name))}:\n${formatPeople(value, width)}`,
  );
  return [lines, ...below].filter(Boolean).join('\n');
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '-';
  return withoutMarks(showOnOutput(typeof value === 'string' ? value : toJson(value)));
}

interface TableParts {
  /** The first row is one of headings. */
  readonly heading?: boolean;
  /** The first column has names of what is beside them. */
  readonly names?: boolean;
}

/** Columns, aligned and without lines between them. Wide characters count twice; a cell that is too long is wrapped. */
export function table(
  rows: readonly (readonly string[])[],
  width: number,
  { heading = false, names = false }: TableParts = {},
): string {
  const widths = fit(columnWidths(rows), width);
  const lines = rows.flatMap((row, index) => {
    const cells = row.map((text, at) => wrap(text, widths[at]!));
    const height = highest(cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => {
      const [first = '', ...rest] = cells.map((part, at) => pad(part[line] ?? '', widths[at]!));
      const parts =
        heading && index === 0 ? [first, ...rest].map((text) => paint('heading', text)) : undefined;
      return (parts ?? [names ? paint('name', first) : first, ...rest]).join(' '.repeat(gap));
    });
  });
  return lines.map((line) => `${trimPainted(line)}\n`).join('');
}

/** Spaces at the end of a line, which may be painted. */
function trimPainted(line: string): string {
  const text = line.trimEnd();
  let end = text.length;
  while (end > 0 && /[\uFDD0-\uFDDF]/.test(text[end - 1]!)) end--;
  return text.slice(0, end).trimEnd() + text.slice(end);
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widest = (text: string) => highest(text.split('\n').map((line) => stringWidth(line)));
  return (rows[0] ?? []).map((_, at) => highest(rows.map((row) => widest(row[at] ?? ''))));
}

/** `Math.max` takes no more arguments than the stack holds, and a list may be longer. */
function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

/** The widest columns give way until all fit; none gets narrower than it can be read. */
function fit(natural: readonly number[], width: number): number[] {
  // No column is wider than all of them may be, so a cell of megabytes is not cut character by character.
  const widths = natural.map((one) => Math.min(one, width));
  const total = () => widths.reduce((sum, one) => sum + one + gap, -gap);
  while (total() > width) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = Math.max(narrowest, widest - 1);
  }
  return widths;
}

/** Text as lines of so many columns. */
export function fold(text: string, width: number): string {
  return `${wrap(text, width).join('\n')}\n`;
}

/** Only a line that is too long loses the spaces where it is broken. */
function wrap(text: string, width: number): string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      stringWidth(line) <= width ? [line] : wrapAnsi(line, width, { hard: true }).split('\n'),
    );
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
