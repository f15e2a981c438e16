/** Nobody has misspelled a longer one, and to compare it would take time. */
const longest = 200;

/** The few names that someone who wrote `name` is likely to have meant, nearest first. */
export function nearNames(name: string, known: readonly string[], most = 3): string[] {
  if (name.length > longest) return [];
  const reach = Math.max(2, Math.ceil(name.length / 3));
  return known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase(), reach) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)
    .filter(({ far }, _, [nearest]) => far <= nearest!.far + 1)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** `; did you mean "limit" or "list"?`, or nothing when no name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearNames(name, known).map((candidate) => `"${candidate}"`);
  return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
}

/** Edits (insert, delete, replace, swap of neighbours) from one to the other; more than `reach` may be inexact. */
function distance(a: string, b: string, reach: number): number {
  if (Math.abs(a.length - b.length) > reach) return reach + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
