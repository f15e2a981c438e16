import { notInProcess } from './redis-error.js';

/** How many items a negative count may ask for. */
const mostDraws = 1_000_000;

/** One of the items by chance; null when there is none. */
export function drawOne<T>(items: readonly T[]): T | null {
  return items[Math.floor(Math.random() * items.length)] ?? null;
}

/** So many different items by chance, or all; a negative count draws as many, and may draw one again. */
export function drawMany<T>(items: readonly T[], count: number): T[] {
  if (items.length === 0) return [];
  if (count < 0) {
    if (-count > mostDraws) throw notInProcess('counts that large');
    return Array.from({ length: -count }, () => drawOne(items) as T);
  }
  const left = [...items];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const at = Math.floor(Math.random() * left.length);
    const last = left.pop() as T;
    drawn.push(left[at] ?? last);
    if (at < left.length) left[at] = last;
  }
  return drawn;
}
