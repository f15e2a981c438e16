import { impliedBy, kindOf, meaningsOfThing, meaningsOfVerb, type Kind } from './known-words.js';
import { nounsToo, phrases, showing } from './meanings.js';
import { longestWord, splitWords, stem } from './plain-words.js';

/** What a question in plain words asks for, as far as its words tell. */
export interface AskedFor {
  /** Its words that tell something, apart from names of integrations. */
  readonly words: readonly AskedWord[];
  /** What is to be done: the meanings of its verb, or what it implies. */
  readonly actions: ReadonlySet<string>;
  /** Whether a function that reads is wanted, or one that writes. */
  readonly kind: Kind | undefined;
}

export interface AskedWord {
  /** In the form in which words are compared. */
  readonly word: string;
  /** What other words of the same meaning are found by. */
  readonly meanings: ReadonlySet<string>;
  /** In "the value that I stored", nothing is to be stored. */
  readonly aside: boolean;
}

/** The most words of a question that are looked for: each is compared with all that there are. */
const mostWords = 32;

/** A word that is longer than words are compared at. */
const longWord = new RegExp(`([\\p{L}\\p{N}]{${longestWord}})[\\p{L}\\p{N}]+`, 'gu');

/** Words of a question that say nothing about what is wanted. */
const empty = new Set(
  `a about am an and any anything are as at be been by can could d did do does for from had has have how i if in into is it its
   like ll m me mine my need of off on or our out over please re s should so some somebody someone something t that the their them then there these
   they this those to too up us use using ve want was we were what when where which why will with would you your`.split(
    /\s+/,
  ),
);

/** "Show me how to delete a key" asks for what deletes. */
const beforeHow =
  /^.*\b(?:how (?:can|could|do|does|should|to)|way to|(?:function|tool) (?:for|that|to))\b(?: (?:i|one|we|you)\b)?/s;
const politeness =
  /^(?:(?:and|can|could|help|hey|hi|i|let|like|me|need|please|so|to|us|want|will|would|you)[ ,]+)+/;

/** Without a verb first, these ask to be told something. */
const asking =
  /^(?:are|do|does|has|have|is|was|were|what|when|where|which|who|whose|how (?:are|is|many|much))\b/;

/** A question in small letters, without what only leads to it, and with plain words for phrases. */
export function plainQuestion(query: string): string {
  const text = phrases.reduce(
    (rest, [phrase, word]) => rest.replaceAll(phrase, word),
    query.toLowerCase().replaceAll('’', "'").replace(longWord, '$1'),
  );
  return text.replace(beforeHow, '').trim().replace(politeness, '');
}

/** Reads a question that `plainQuestion` gave. `names` are its words that name integrations. */
export function readQuestion(text: string, names: ReadonlySet<string>): AskedFor {
  const said = splitWords(text).filter((word) => !names.has(word));
  const telling = said.filter((word) => !empty.has(word));
  const asked = (telling.length > 0 ? telling : said).slice(0, mostWords);
  const shown = said.findIndex((word) => showing.has(word));
  const verbAt = said.findIndex((word, at) => isVerb(word, at === 0));
  const told = asking.test(text) || (shown >= 0 && (verbAt < 0 || shown <= verbAt));
  const verb = told || verbAt < 0 ? undefined : said[verbAt]!;
  const kind = told ? 'read' : verb === undefined ? undefined : kindOf(stem(verb));
  const actions = verb === undefined ? impliedActions(asked, shown >= 0) : meaningsOfVerb(verb);
  return {
    words: asked
      .filter((word) => !showing.has(word) && !impliesList(word))
      .map((word) => readWord(word, verb, kind)),
    actions: new Set([...actions, ...asked.flatMap((word) => impliedBy(stem(word), true) ?? [])]),
    kind,
  };
}

function isVerb(word: string, isFirst: boolean): boolean {
  return meaningsOfVerb(word).size > 0 && (isFirst || !nounsToo.has(word));
}

function readWord(asked: string, verb: string | undefined, kind: Kind | undefined): AskedWord {
  const word = stem(asked);
  const asksForIt = asked === verb;
  const meanings = asksForIt ? [...meaningsOfThing(word), ...meaningsOfVerb(asked)] : meaningsOfThing(word);
  const otherKind = asksForIt || nounsToo.has(asked.replace(/s$/, '')) ? undefined : kindOf(word);
  const aside = kind !== undefined && otherKind !== undefined && otherKind !== kind;
  return { word, meanings: new Set(meanings), aside };
}

/** What a question without a verb asks for. One that names things in the plural is likely to want a list of them. */
function impliedActions(asked: readonly string[], shown: boolean): string[] {
  if (shown) return asked.some((word) => isPlural(word) || impliesList(word)) ? ['=list'] : ['=get'];
  const isList = asked.slice(0, 2).some(isPlural);
  return [...(isList ? ['=list'] : []), ...asked.flatMap((word) => impliedBy(stem(word), false) ?? [])];
}

function impliesList(word: string): boolean {
  return impliedBy(stem(word), true) === '=list';
}

/** Rough: `keys`, but not `redis`, `status` or `address`, nor the details of one thing. */
function isPlural(word: string): boolean {
  return word.length > 3 && /[^ius]s$/.test(word) && impliedBy(stem(word), false) === undefined;
}
