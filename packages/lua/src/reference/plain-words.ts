/** Words of a question that say nothing about what is wanted. */
const empty = new Set(
  `a about am an and any are as at be by can could do does for from has have how i if in into is it its me my of on or
   our please see should so some tell that the their them then there these this those to up us use using want was we
   what when where why will with would you your`.split(/\s+/),
);

/** What people say, and the words in which functions of any service are named and described. */
const kin = [
  ['get', 'read', 'fetch', 'look', 'retrieve', 'view', 'detail'],
  ['list', 'which', 'all', 'every', 'enumerate', 'many', 'search'],
  ['create', 'add', 'new', 'make', 'provision', 'insert'],
  ['set', 'write', 'store', 'save', 'put'],
  ['update', 'change', 'edit', 'modify', 'rename'],
  ['delete', 'remove', 'erase', 'destroy', 'drop', 'clear'],
  ['expire', 'ttl', 'expiry', 'timeout', 'lifetime'],
  ['user', 'who', 'whose', 'whoami', 'myself', 'profile', 'login'],
  ['organization', 'org', 'company'],
  ['database', 'db'],
];

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?<=[a-z]{3})ing$/, ''],
  [/(?<=[a-z]{3})ed$/, ''],
  [/(?<=[a-z]{2}[^s])s$/, ''],
  [/(?<=[a-z]{3})e$/, ''],
];

const kinWeight = 0.5;
const pluralWeight = 0.3;

const stems = new Map<string, string>();
const mostStems = 50_000;

const kinOf = new Map(kin.flatMap((words) => words.map((word) => [stem(word), words.map(stem)] as const)));

/** The words of a text, in the form in which they are compared: `Expires` → `expir`. */
export function plainWords(text: string): string[] {
  const spaced = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return (spaced.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** The words of a question that carry meaning, in the form in which they are compared. */
export function questionWords(query: string): string[] {
  return [...new Set(tellingWords(query).map(stem))];
}

/** What else a question may have said, and how much each such word counts beside its own. */
export function kinWords(query: string): Map<string, number> {
  const kindred = new Map<string, number>();
  // One that names a thing in the plural is likely to want a list of it.
  if (tellingWords(query).some((word) => /[^ius]s$/.test(word))) kindred.set(stem('list'), pluralWeight);
  for (const word of questionWords(query).flatMap((asked) => kinOf.get(asked) ?? [])) {
    kindred.set(word, kinWeight);
  }
  return kindred;
}

/** All words of a question when none tells anything. */
function tellingWords(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !empty.has(word));
  return telling.length > 0 ? telling : words;
}

/** Cuts off the endings of English that number and tense add. Rough: both sides are cut alike. */
function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const cut = endings.reduce((rest, [ending, instead]) => rest.replace(ending, instead), word);
  if (stems.size < mostStems) stems.set(word, cut);
  return cut;
}
