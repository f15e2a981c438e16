/** Words of a question that say nothing about what is wanted. */
const empty = new Set(
  `a about am an and any are as at be by can could do does for from has have how i if in into is it its me my of on or
   our please see should so some tell that the their them then there these this those to up us use using want was we
   what when where which who whose why will with would you your`.split(/\s+/),
);

/** What people say, and the words in which functions of any service are named and described. */
const kin = [
  ['get', 'read', 'fetch', 'look', 'show', 'retrieve', 'view', 'find', 'detail'],
  ['list', 'all', 'every', 'enumerate', 'many', 'search'],
  ['create', 'add', 'new', 'make', 'provision', 'insert', 'start'],
  ['set', 'write', 'store', 'save', 'put', 'cache', 'keep'],
  ['update', 'change', 'edit', 'modify', 'rename'],
  ['delete', 'remove', 'erase', 'destroy', 'drop', 'clear'],
  ['expire', 'ttl', 'expiry', 'timeout', 'lifetime'],
  ['user', 'account', 'myself', 'whoami', 'profile', 'login'],
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

const kinOf = new Map(kin.flatMap((words) => words.map((word) => [stem(word), words.map(stem)] as const)));

/** The words of a text, in the form in which they are compared: `Expires` → `expir`. */
export function plainWords(text: string): string[] {
  const spaced = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return (spaced.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** The words of a question that carry meaning; all of them when none does. */
export function questionWords(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !empty.has(word));
  return [...new Set((telling.length > 0 ? telling : words).map(stem))];
}

/** Words that mean about the same. */
export function kinWords(word: string): readonly string[] {
  return (kinOf.get(word) ?? []).filter((other) => other !== word);
}

/** Cuts off the endings of English that number and tense add. Rough: both sides are cut alike. */
function stem(word: string): string {
  return endings.reduce((cut, [ending, with_]) => cut.replace(ending, with_), word);
}
