const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/isation/, 'ization'],
  // `creation` → `create`.
  [/(?<=[a-z]{4}t)ions?$/, ''],
  // `dropped` → `drop`; `setting` is a thing, not to be taken for `set`.
  [/(?<=[a-z]{2})([bdgmnprt])\1(?<!^sett)(?:ed|ing)(?=s?$)/, '$1'],
  [/(?<=[a-z]{3})(?<!^sett)ing(?=s?$)/, ''],
  [/(?<=[a-z]{3})ed$/, ''],
  [/(?<=[a-z]{2}[^s])s$/, ''],
  [/(?<=[a-z]{3})e$/, ''],
];

/** The most characters of a word that are compared. */
export const longestWord = 40;

const stems = new Map<string, string>();
const mostStems = 50_000;

/** The words of a text that is in small letters. */
export function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text, in the form in which they are compared: `camelCase expires` → `camel`, `cas`, `expir`. */
export function plainWords(text: string): string[] {
  const spaced = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return splitWords(spaced.replace(/\be-(?=mail)/g, 'e')).map(stem);
}

/** Cuts off the endings of English that number and tense add. Rough: both sides are cut alike. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const cut = endings.reduce((rest, [ending, instead]) => rest.replace(ending, instead), word);
  if (stems.size < mostStems && word.length <= longestWord) stems.set(word, cut);
  return cut;
}
