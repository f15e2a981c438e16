/** Words of a question that say nothing about what is wanted. */
const empty = new Set(
  `a about am an and any are as at be by can could do does for from has have how i if in into is it its me my of on or
   our please see should so some tell that the their them then there these this those to up us use using want was we
   what when where why will with would you your`.split(/\s+/),
);

/** What people say, and the words in which functions of any service are named and described. */
const kin = [
  ['get', 'read', 'fetch', 'look', 'retrieve', 'detail'],
  ['list', 'which', 'all', 'every', 'enumerate', 'many', 'search'],
  ['create', 'add', 'new', 'make', 'provision', 'insert'],
  ['set', 'write', 'store', 'save', 'put', 'append'],
  ['update', 'change', 'edit', 'modify', 'rename'],
  ['delete', 'remove', 'erase', 'destroy', 'drop', 'clear'],
  ['expire', 'ttl', 'expiry', 'timeout', 'lifetime'],
  ['user', 'who', 'whose', 'whoami', 'myself', 'profile', 'login'],
  ['organization', 'org', 'company'],
  ['database', 'db'],
  ['recall', 'remember', 'memory', 'memorize'],
];

/** Verbs that ask for a function which reads, and for one which writes. */
const verbs = {
  read: `check count describe display enumerate fetch find get inspect list look print read retrieve scan search see show
    view`,
  write: `add append assign cancel change clear close create delete destroy drop edit erase insert make modify move
    overwrite provision push put remove rename replace reset save send set store update upload write`,
} as const;

/** Words that mean `get` of one thing, and `list` of several. */
const showing = /\b(?:display|give|print|see|show|view|what)\b/;

/** Without such a verb, these ask to be told something. */
const asking = /\b(?:are|does|is|what|when|where|which|who|whose|how (?:many|much))\b/;

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?<=[a-z]{3})ing$/, ''],
  [/(?<=[a-z]{3})ed$/, ''],
  [/(?<=[a-z]{2}[^s])s$/, ''],
  [/(?<=[a-z]{3})e$/, ''],
];

const kinWeight = 0.5;
const pluralWeight = 0.3;

/** Of a question: a search compares each word with all that there are. */
const mostWords = 32;
const longestWord = 40;

const stems = new Map<string, string>();
const mostStems = 50_000;

const kinOf = new Map(kin.flatMap((words) => words.map((word) => [stem(word), words.map(stem)] as const)));

const kindOf = new Map(
  Object.entries(verbs).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word) => [stem(word), kind as keyof typeof verbs] as const),
  ),
);

/** The words of a text, in the form in which they are compared: `Expires` → `expir`. */
export function plainWords(text: string): string[] {
  const spaced = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return (spaced.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** The words of a question that carry meaning, in the form in which they are compared. */
export function questionWords(query: string): string[] {
  return [...new Set(tellingWords(query).map(stem))].slice(0, mostWords);
}

/** What else a question may have said, and how much each such word counts beside its own. */
export function kinWords(query: string): Map<string, number> {
  const kindred = new Map<string, number>();
  const kind = askedKind(query);
  const several = tellingWords(query).some((word) => /[^ius]s$/.test(word));
  // One that names a thing in the plural is likely to want a list of it.
  if (several) kindred.set(stem('list'), pluralWeight);
  if (showing.test(query.toLowerCase())) kindred.set(stem(several ? 'list' : 'get'), kinWeight);
  for (const asked of questionWords(query)) {
    // In "the value that I stored", nothing is to be stored.
    if (kind !== undefined && (kindOf.get(asked) ?? kind) !== kind) continue;
    for (const word of kinOf.get(asked) ?? []) kindred.set(word, kinWeight);
  }
  return kindred;
}

/** Whether a question asks for a function that reads or for one that writes, as far as its words tell: the first verb. */
export function askedKind(query: string): keyof typeof verbs | undefined {
  // "Show me how to delete a key" asks for what deletes.
  const wanted = query.toLowerCase().replace(/^.*\bhow (?:can|could|do|does|should|to)\b/s, '');
  const verb = plainWords(wanted).find((word) => kindOf.has(word));
  if (verb !== undefined) return kindOf.get(verb);
  return asking.test(wanted) ? 'read' : undefined;
}

/** All words of a question when none tells anything. */
function tellingWords(query: string): string[] {
  const words = (query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.slice(0, longestWord),
  );
  const telling = words.filter((word) => !empty.has(word));
  return telling.length > 0 ? telling : words;
}

/** Cuts off the endings of English that number and tense add. Rough: both sides are cut alike. */
function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const cut = endings.reduce((rest, [ending, instead]) => rest.replace(ending, instead), word);
  if (stems.size < mostStems && word.length <= longestWord) stems.set(word, cut);
  return cut;
}
