import { inspect } from 'node:util';
import type { Account } from '../account.js';

type Values = Account['credentials'];

/** A record to read by name: its values show in no JSON, inspection, spread or list of its entries. */
export function concealed(values: Values): Values {
  const record = {};
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(record, name, { get: () => value });
  return Object.defineProperty(record, inspect.custom, { value: () => '[concealed]' });
}
