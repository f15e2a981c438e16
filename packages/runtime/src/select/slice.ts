import { project } from './project.js';

/**
 * `value[start:stop:step]` as in Python: a part of a list, projected onto `each`, or of
 * a string, counted in code points. Null for any other value.
 */
export function slice(
  value: unknown,
  start: number | null,
  stop: number | null,
  step: number,
  each?: (item: unknown) => unknown,
): unknown {
  if (typeof value === 'string') {
    const text = pick([...value], start, stop, step).join('');
    return each ? each(text) : text;
  }
  return Array.isArray(value) ? project(pick(value as readonly unknown[], start, stop, step), each) : null;
}

function pick<Item>(items: readonly Item[], start: number | null, stop: number | null, step: number): Item[] {
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? items.length : items.length - 1;
  const bound = (index: number) => Math.min(Math.max(index < 0 ? index + items.length : index, low), high);
  const first = start === null ? (step > 0 ? low : high) : bound(start);
  const end = stop === null ? (step > 0 ? high : low) : bound(stop);
  const picked: Item[] = [];
  for (let index = first; step > 0 ? index < end : index > end; index += step) picked.push(items[index]!);
  return picked;
}
