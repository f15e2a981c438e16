import MiniSearch, { type AsPlainObject } from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { KeptIndex, SpelledIndex } from '../stored/index-store.js';
import { nameIntegrations } from './name-integrations.js';
import { fieldWeights, mostChanges, rankPages } from './rank-pages.js';
import type { SearchedPage, SearchIndex } from './searched-page.js';

/** What is indexed of a page, and what is kept of it. */
export const indexOptions = {
  idField: 'page',
  fields: Object.keys(fieldWeights),
  storeFields: ['page', 'title', 'summary', 'namespace', 'operation', 'actions'],
};

interface Head {
  readonly names: Parameters<typeof nameIntegrations>[0];
  /** What MiniSearch writes of itself, without its entries. */
  readonly plain: Omit<AsPlainObject, 'index'>;
}

/** Spells an index, with the names of integrations that a question may have. */
export function spellIndex(index: MiniSearch<SearchedPage>, names: Head['names']): SpelledIndex {
  const { index: entries, ...plain } = index.toJSON();
  const spelled = entries.map(([term, entry]) => [term, JSON.stringify(entry)] as const);
  return { head: JSON.stringify({ names, plain } satisfies Head), entries: new Map(spelled) };
}

/** Opens an index that was kept. A search reads the entries of its terms, and throws where they cannot be read. */
export function openKeptIndex({ head, terms, entry }: KeptIndex): SearchIndex {
  const { names, plain } = JSON.parse(head) as Head;
  const vocabulary = new Set(terms);
  const indexOf = (wanted: readonly string[], unknown: readonly string[]) => {
    const found = new Set([...wanted.filter((term) => vocabulary.has(term)), ...nearTerms(terms, unknown)]);
    type Entry = AsPlainObject['index'][number][1];
    const index = [...found].map((term): [string, Entry] => [term, JSON.parse(entry(term)) as Entry]);
    return MiniSearch.loadJS<SearchedPage>({ ...plain, index }, indexOptions);
  };
  const searched = { indexOf, vocabulary, nameIntegrations: nameIntegrations(names) };
  return { search: (query, most) => rankPages(searched, query).slice(0, most) };
}

/** The terms that begin with one of these words or resemble it. */
function nearTerms(terms: readonly string[], words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const map = SearchableMap.from(terms.map((term) => [term, true] as [string, boolean]));
  return words.flatMap((word) => [
    ...map.atPrefix(word).keys(),
    ...map.fuzzyGet(word, mostChanges(word)).keys(),
  ]);
}
