/** What a full function name may begin with, the longest first: `a_b_c` gives `a_b` and `a`. */
export function prefixes(name: string): string[] {
  const words = name.split('_');
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join('_'));
}
