interface Group {
  size: number;
  /** Size of the part that a repetition behind it would repeat. */
  last: number;
}

/** Steps of a pattern or a group for itself: where it begins and ends, and one for what may be empty. */
const frame = 3;

/** One part of a pattern: an escape, a class with the brackets in it, a repetition, or any other character. */
const parts =
  /\\Q(?<text>[^]*?)(?:\\E|$)|\\[pPx]\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\w*:\]|\\[^]|[^\]\\])*\]|\{(?<least>\d+),?(?<most>\d*)\}|(?<open>\()|(?<close>\))|[^]/gu;

/**
 * About how many steps a pattern has when its repetitions are written out, and at least as many as it will have. The
 * engine itself writes out up to a million before it says that they are too many.
 */
export function patternSize(pattern: string): number {
  const open: Group[] = [];
  let group: Group = { size: frame, last: 0 };
  const add = (size: number) => {
    group.size += size;
    group.last = size;
  };
  for (const { groups = {}, 0: part } of pattern.matchAll(parts)) {
    if (groups['open'] !== undefined) {
      open.push(group);
      group = { size: frame, last: 0 };
    } else if (groups['close'] !== undefined) {
      const { size } = group;
      group = open.pop() ?? group;
      add(size);
    } else if (groups['least'] !== undefined) {
      const times = Math.max(1, Number(groups['least']), Number(groups['most']));
      // One more step for each that may be left out, and one for a loop.
      const repeated = times * (group.last + 2) + 2;
      group.size += repeated - group.last;
      group.last = repeated;
    } else if (/^[*+?|]$/.test(part)) {
      group.size += 2;
      group.last += 2;
    } else add(groups['text'] === undefined ? 1 : Math.max(1, groups['text'].length));
  }
  return open.reduce((sum, { size }) => sum + size, group.size);
}
