import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { NamedIntegrations } from './name-integrations.js';
import { plainWords } from './plain-words.js';
import { plainQuestion, readQuestion, type AskedFor } from './read-question.js';
import type { SearchedPage } from './searched-page.js';
import type { PageEntry } from './pages/page-entries.js';

/** The indexes that a question is looked up in. */
export interface Searched {
  /** The index, at least with the entries of these terms, and for one that is `unknown` with those of what is near to it. */
  readonly indexOf: (terms: readonly string[], unknown: readonly string[]) => MiniSearch<SearchedPage>;
  /** Every word that is in the index, and perhaps meanings. */
  readonly vocabulary: Pick<ReadonlySet<string>, 'has'>;
  readonly nameIntegrations: (text: string) => NamedIntegrations;
}

/** How much a word counts where it stands. */
export const fieldWeights = {
  name: 4,
  title: 3,
  keywords: 2,
  about: 3,
  description: 2,
  params: 1.5,
  examples: 1.5,
  returns: 0.5,
} satisfies Partial<Record<keyof SearchedPage, number>>;

/** How much a word of the question counts that is said aside, that has the meaning of one said, that names an integration. */
const termWeights = { aside: 0.4, meaning: 0.7, name: 0.2 };

/** How much a word counts that begins with one of the question, and one that resembles it. */
const nearWeights = { prefix: 1, fuzzy: 0.5 };

/** The score of an entry with none of the question's words; one with all of them scores 1. */
const uncovered = 0.2;

/** Factors that the score of an entry is multiplied with. */
const factors = {
  /** A function of an integration that is named in the question. */
  named: 5,
  /** A function whose name begins with what is to be done. */
  action: 1.3,
  /** A function that writes when the question asks for one that reads, and the reverse. */
  otherKind: 0.65,
  /** An integration's own page, whose few words would count for much. */
  page: 0.7,
  /** The same when the question says what is to be done. */
  pageForAction: 0.3,
};

type Weights = ReadonlyMap<string, number>;

/** The pages that have words of a question or words that mean the same, the best first. */
export function rankPages({ indexOf, vocabulary, nameIntegrations }: Searched, query: string): PageEntry[] {
  const text = plainQuestion(query);
  const named = nameIntegrations(text);
  const asked = readQuestion(text, named.words);
  const weights = weighTerms(asked, named);
  const unknown = unknownWords(asked, vocabulary);
  const isUnknown = (term: string) => unknown.has(term);
  const index = indexOf([...weights.keys()], [...unknown]);
  const hits = index.search([...weights.keys()].join(' '), {
    boost: fieldWeights,
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
    // A word that is near to one of the question counts only where that itself is nowhere.
    prefix: isUnknown,
    fuzzy: (term) => isUnknown(term) && mostChanges(term),
    weights: nearWeights,
    boostTerm: (term) => weights.get(term) ?? 1,
  });
  const worth = new Map(hits.map((hit) => [hit, weighHit(hit, asked, named)]));
  return hits
    .toSorted((a, b) => worth.get(b)! - worth.get(a)!)
    .map(({ page, title, summary }) => ({ page, title, summary }) as PageEntry);
}

/** In how many letters a word may differ from one that is near to it. */
export function mostChanges(word: string): number {
  return Math.ceil(word.length / 8);
}

/** What is looked up, and how much each counts: words, and their meanings. */
function weighTerms({ words, actions }: AskedFor, named: NamedIntegrations): Weights {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  for (const word of [...named.words].flatMap(plainWords)) add(word, words.length > 0 ? termWeights.name : 1);
  for (const { word, meanings, aside } of words) {
    add(word, aside ? termWeights.aside : 1);
    for (const meaning of meanings) add(meaning, termWeights.meaning);
  }
  for (const action of actions) add(action, termWeights.meaning);
  return weights;
}

/** The words that neither stand in any entry nor mean what another word does. Short ones are not meant. */
function unknownWords({ words }: AskedFor, vocabulary: Searched['vocabulary']): ReadonlySet<string> {
  const unknown = words.filter(
    ({ word, meanings }) => word.length > 3 && meanings.size === 0 && !vocabulary.has(word),
  );
  return new Set(unknown.map(({ word }) => word));
}

function weighHit(hit: SearchResult, { words, actions, kind }: AskedFor, named: NamedIntegrations): number {
  const found = new Set(hit.queryTerms);
  const told = words.filter(({ aside, meanings }) => !aside || meanings.size > 0);
  const covered = told.filter(
    ({ word, meanings }) => found.has(word) || [...meanings].some((one) => found.has(one)),
  );
  const cover = told.length === 0 ? 1 : covered.length / told.length;
  // The library multiplies by the number of terms found, of which one word may have many.
  let worth = (hit.score / hit.queryTerms.length) * (uncovered + (1 - uncovered) * cover);
  const entry = hit as unknown as SearchedPage;
  if (named.namespaces.has(entry.namespace)) worth *= factors.named;
  if (entry.operation === undefined) {
    return worth * (kind === undefined && actions.size === 0 ? factors.page : factors.pageForAction);
  }
  if (kind !== undefined && entry.operation !== kind) worth *= factors.otherKind;
  if (entry.actions?.some((action) => actions.has(action))) worth *= factors.action;
  return worth;
}
