import { isPlainObject } from '@kosmokrator/runtime/internal';
import { stringify } from 'csv-stringify/sync';
import { toJson } from '../terminal/to-json.js';
import { itemsOf } from './items-of.js';

/**
 * Data as CSV (RFC 4180, with line breaks of Unix): a row for each item of a list, or one for an object, below a row of names.
 * Other values are rows of one column, `value`. A list or object in a cell is JSON, and null is empty.
 */
export function formatCsv(data: unknown): string {
  const items = (itemsOf(data) ?? [data]).map((item) => (isPlainObject(item) ? item : { value: item }));
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
  if (names.length === 0) return '';
  // A row of nothing at all would be a blank line, which readers skip.
  const options = { quoted_empty: names.length === 1 };
  return stringify([names, ...items.map((item) => names.map((name) => cell(item[name])))], options);
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : toJson(value);
}
