/** Characters from the first to the last, as numbers. */
export type CharRange = readonly [first: number, last: number];

/** Characters that an expression cannot tell apart. */
export interface Letter {
  /** One of them, one that can be printed where there is one. */
  readonly example: string;
  /** Whether they are in each of the sets that the alphabet was made of. */
  readonly isIn: readonly boolean[];
}

const lastUnit = 0xffff;
const lastPoint = 0x10ffff;

/** What a text of every character holds: in an order in which no two halves of a pair meet. */
const pieces: readonly CharRange[] = [
  [0, 0xdbff],
  [0xe000, lastUnit],
  [0xdc00, 0xdfff],
  [lastUnit + 1, lastPoint],
];
const everything = new Map<number, string>();
const known = new Map<string, readonly CharRange[]>();

/** What a class, or anything that stands for one character, matches: the engine itself is asked, once. */
export function matchedRanges(source: string, flags: string): readonly CharRange[] {
  const key = `${flags}/${source}`;
  const ranges = known.get(key) ?? findRanges(source, flags);
  known.set(key, ranges);
  return ranges;
}

function findRanges(source: string, flags: string): CharRange[] {
  const isUnicode = flags.includes('u');
  // Without these, all characters beyond 0xffff are alike, and one is enough.
  const last = !isUnicode
    ? lastUnit
    : /\\[pPu]|[\u{10000}-\u{10ffff}]/u.test(source)
      ? lastPoint
      : lastUnit + 1;
  const expression = new RegExp(`(?:${source})+`, `g${flags.replace(/[gym]/g, '')}`);
  const found: CharRange[] = [];
  for (const { index, 0: text } of everyCharacter(last).matchAll(expression)) {
    let start = 0;
    for (const [from, to] of pieces) {
      const width = from > lastUnit ? 2 : 1;
      const end = start + (Math.min(to, last) - from + 1) * width;
      const first = Math.max(index, start);
      const behind = Math.min(index + text.length, end);
      if (first < behind) found.push([from + (first - start) / width, from + (behind - start) / width - 1]);
      start = end;
    }
  }
  const ranges = found.toSorted(([a], [b]) => a - b);
  return last === lastUnit + 1 ? ranges.map(([from, to]) => [from, to === last ? lastPoint : to]) : ranges;
}

function everyCharacter(last: number): string {
  const text =
    everything.get(last) ?? pieces.map(([from, to]) => charactersOf(from, Math.min(to, last))).join('');
  everything.set(last, text);
  return text;
}

function charactersOf(from: number, to: number): string {
  const texts: string[] = [];
  for (let code = from; code <= to; code += 4096) {
    const count = Math.min(4096, to - code + 1);
    texts.push(String.fromCodePoint(...Array.from({ length: count }, (_, index) => code + index)));
  }
  return texts.join('');
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(index + 32));
const examples = [...'a0A!', ...printable, '\n', '\t'];

/** Divides all characters into those that are in the same of some sets. Without the flag u, characters are UTF-16 units. */
export function makeAlphabet(sets: readonly (readonly CharRange[])[], flags: string): readonly Letter[] {
  const last = flags.includes('u') ? lastPoint : lastUnit;
  const borders = new Set([0, ...examples.map((text) => text.charCodeAt(0))]);
  for (const [from, to] of sets.flat()) borders.add(from).add(to + 1);
  const letters = new Map<string, Letter>();
  const codes = [...examples.map((text) => text.charCodeAt(0)), ...[...borders].toSorted((a, b) => a - b)];
  for (const code of codes) {
    if (code > last) continue;
    const isIn = sets.map((ranges) => isWithin(ranges, code));
    const key = isIn.join();
    if (!letters.has(key)) letters.set(key, { example: String.fromCodePoint(code), isIn });
  }
  return [...letters.values()];
}

function isWithin(ranges: readonly CharRange[], code: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] < code) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] <= code;
}
