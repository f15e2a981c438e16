import { setImmediate } from 'node:timers/promises';
import type {
  BrokenPackage,
  Catalog,
  InstalledFunction,
  InstalledIntegration,
} from '@kosmokrator/runtime/host';
import MiniSearch from 'minisearch';
import type { LuaPage } from './lua-page.js';
import { askedKind, kinWords, plainWords, questionWords } from './plain-words.js';
import { brokenEntry, functionEntry, integrationEntry, type PageEntry } from './write-pages.js';

/** What is searched of one page. `about` is its place: the integration's own names. */
interface Entry extends PageEntry {
  /** Of a function: what it does. */
  readonly operation?: 'read' | 'write';
  readonly name: string;
  readonly about: string;
  readonly description: string;
  readonly params: string;
  readonly returns: string;
  readonly examples: string;
}

/** How much a word counts where it stands. */
const weights = { name: 4, title: 3, about: 3, description: 2, params: 1.5, examples: 1.5, returns: 0.5 };

const nothing = { params: '', returns: '', examples: '' };

/** Of an integration's own page: its few words would count for much. */
const integrationWeight = 0.7;
/** Of a function that writes when the question asks for one that reads, and the reverse. */
const otherKindWeight = 0.6;
const readAtOnce = 16;

export interface SearchIndex {
  /** The best first. */
  search(query: string, most: number): PageEntry[];
}

/**
 * Indexes every page by the words on it. Reads the pages and loads no code; between integrations other work gets its
 * turn, since this takes a second for a thousand of them.
 */
export async function buildSearchIndex(
  catalog: Catalog,
  readPage: (integration: InstalledIntegration) => Promise<LuaPage>,
): Promise<SearchIndex> {
  const index = new MiniSearch<Entry>({
    idField: 'page',
    fields: Object.keys(weights),
    storeFields: ['page', 'title', 'summary', 'operation'],
    tokenize: plainWords,
    processTerm: (term) => term,
  });
  const { integrations, broken } = catalog;
  index.addAll(broken.map(searchedAsBroken));
  for (let at = 0; at < integrations.length; at += readAtOnce) {
    const some = integrations.slice(at, at + readAtOnce);
    // A package without a page is found by what its manifest says.
    const pages = await Promise.all(some.map((one) => readPage(one).catch(() => undefined)));
    for (const [position, integration] of some.entries()) {
      index.addAll(entries(integration, pages[position]));
      await setImmediate();
    }
  }
  return { search: (query, most) => search(index, query, most) };
}

function search(index: MiniSearch<Entry>, query: string, most: number): PageEntry[] {
  const words = questionWords(query);
  const known = kinWords(query);
  for (const word of words) known.set(word, 1);
  const kind = askedKind(query);
  const weigh = (page: string, operation: unknown) => {
    if (!isFunction(page)) return integrationWeight;
    return kind === undefined || operation === kind ? 1 : otherKindWeight;
  };
  const hits = index.search([...known.keys()].join(' '), {
    boost: weights,
    tokenize: (text) => text.split(' '),
    prefix: (term) => term.length > 3 && known.get(term) === 1,
    fuzzy: (term) => (term.length > 3 && known.get(term) === 1 ? Math.ceil(term.length / 8) : false),
    boostDocument: (page, _term, stored) => weigh(page as string, stored?.['operation']),
    boostTerm: (term) => known.get(term) ?? 1,
  });
  return hits.slice(0, most).map(({ page, title, summary }) => ({ page, title, summary }) as PageEntry);
}

/** `integrations.<ns>.<fn>` */
function isFunction(page: string): boolean {
  return page.split('.').length === 3;
}

/** It is found by its name. */
function searchedAsBroken(found: BrokenPackage): Entry {
  return { ...brokenEntry(found), ...nothing, name: found.name, about: found.name, description: '' };
}

function entries(integration: InstalledIntegration, page: LuaPage | undefined): Entry[] {
  const { manifest } = integration;
  const about = `${manifest.namespace} ${manifest.title}`;
  const functions = manifest.functions.map((fn) => {
    const known: InstalledFunction = { integration, function: fn };
    const documented = page?.functions.get(fn.name);
    const texts = { description: documented?.description ?? '', ...(documented?.words ?? nothing) };
    return { ...functionEntry(known, documented), name: fn.name, about, operation: fn.operation, ...texts };
  });
  const { description } = manifest;
  return [{ ...integrationEntry(integration), name: about, about, description, ...nothing }, ...functions];
}
