import type { KeptIndex, SpelledIndex } from './index-store.js';

/** The first line of a stored index: how many bytes its head has, and the entries of each term, which follow one another. */
interface Directory {
  readonly head: number;
  readonly terms: readonly (readonly [term: string, bytes: number])[];
}

export function spellStoredIndex({ head, entries }: SpelledIndex): string {
  const terms = [...entries].map(([term, entry]) => [term, Buffer.byteLength(entry)] as const);
  const directory: Directory = { head: Buffer.byteLength(head), terms };
  return [JSON.stringify(directory), '\n', head, ...entries.values()].join('');
}

/** Reads of the entries only those that are asked for. */
export function parseStoredIndex(body: Buffer): KeptIndex {
  const end = body.indexOf('\n');
  const { head, terms } = JSON.parse(body.toString('utf8', 0, end)) as Directory;
  const places = new Map<string, readonly [start: number, end: number]>();
  let at = end + 1 + head;
  for (const [term, bytes] of terms) {
    places.set(term, [at, at + bytes]);
    at += bytes;
  }
  return {
    head: body.toString('utf8', end + 1, end + 1 + head),
    terms: [...places.keys()],
    entry: (term) => body.toString('utf8', ...places.get(term)!),
  };
}
