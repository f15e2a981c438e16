import type { Backtracking } from './find-backtracking.js';
import { quoteName } from '../quote.js';

const powers: Readonly<Record<number, string>> = { 2: 'the square', 3: 'the third power' };

/** What is wrong with an expression, as a sentence about it. */
export function describeBacktracking(what: string, found: Backtracking): string {
  if ('reason' in found) return `${what} may take very long: ${found.reason}`;
  const { prefix, pump, suffix, degree, part } = found;
  const times = degree === Infinity ? 30 : 50_000;
  const text = [
    ...(prefix === '' ? [] : [JSON.stringify(prefix)]),
    `${JSON.stringify(pump)} ${times.toLocaleString('en')} times`,
    ...(suffix === '' ? [] : [JSON.stringify(suffix)]),
  ].join(', then ');
  const growth =
    degree === Infinity ? 'exponentially with' : `with ${powers[degree] ?? `power ${degree}`} of`;
  return `${what} may take very long because of ${quoteName(part)}: the time grows ${growth} the length of a text such as ${text}`;
}
