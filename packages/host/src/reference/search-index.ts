import type { BrokenPackage } from '../catalog/package-index.js';
import type { InstalledFunction, InstalledIntegration } from '../catalog/installed.js';
import type { Catalog } from '../catalog/catalog.js';
import MiniSearch from 'minisearch';
import { meaningsInNames } from './known-words.js';
import { nameIntegrations } from './name-integrations.js';
import { nextTurn } from './next-turn.js';
import { fieldRows, luaDescription, luaReturns, paramRows } from './pages/describe-function.js';
import type { FunctionReference, IntegrationReference } from './pages/integration-reference.js';
import { brokenEntry, functionEntry, integrationEntry } from './pages/page-entries.js';
import { plainWords } from './plain-words.js';
import { rankPages } from './rank-pages.js';
import type { SpelledIndex } from '../stored/index-store.js';
import { indexOptions, spellIndex } from './spelled-index.js';
import type { SearchedPage, SearchIndex } from './searched-page.js';

/** Where a word is found by its meaning, too. */
const byMeaning: ReadonlySet<string> = new Set(['name', 'title', 'keywords', 'description']);

const nothing = { keywords: '', params: '', returns: '', examples: '' };
const readAtOnce = 16;

/** An index that was built here, and can be kept for another run. */
export interface BuiltIndex extends SearchIndex {
  spell(): SpelledIndex;
}

/**
 * Indexes every page by the words on it. Reads the references and loads no code; between integrations other work gets its
 * turn, since this takes a second for a thousand of them.
 */
export async function buildSearchIndex(
  catalog: Pick<Catalog, 'integrations' | 'broken'>,
  read: (integration: InstalledIntegration) => Promise<IntegrationReference>,
): Promise<BuiltIndex> {
  const vocabulary = new Set<string>();
  const index = new MiniSearch<SearchedPage>({
    ...indexOptions,
    tokenize: plainWords,
    processTerm: (word, field) => {
      vocabulary.add(word);
      return byMeaning.has(field ?? '') ? [word, ...meaningsInNames(word)] : word;
    },
  });
  const { integrations, broken } = catalog;
  index.addAll(broken.map(searchedAsBroken));
  for (let at = 0; at < integrations.length; at += readAtOnce) {
    const some = integrations.slice(at, at + readAtOnce);
    // A package without a reference is found by what its manifest says.
    const references = await Promise.all(some.map((one) => read(one).catch(() => undefined)));
    for (const [position, integration] of some.entries()) {
      index.addAll(entries(integration, references[position]));
      await nextTurn();
    }
  }
  const names = integrations.map(({ manifest: { namespace, title } }) => ({ namespace, title }));
  const searched = { indexOf: () => index, vocabulary, nameIntegrations: nameIntegrations(names) };
  return {
    search: (query, most) => rankPages(searched, query).slice(0, most),
    spell: () => spellIndex(index, names),
  };
}

/** It is found by its name. */
function searchedAsBroken(found: BrokenPackage): SearchedPage {
  const { name } = found;
  return { ...brokenEntry(found), ...nothing, namespace: name, name, about: name, description: '' };
}

function entries(
  integration: InstalledIntegration,
  reference: IntegrationReference | undefined,
): SearchedPage[] {
  const { namespace, title, description, functions } = integration.manifest;
  const about = `${namespace} ${title}`;
  const entry = { ...integrationEntry(integration), ...nothing, namespace, name: about, about, description };
  const documented = new Map(reference?.functions.map((fn) => [fn.name, fn]));
  const searched = functions.map((fn) =>
    searchedFunction({ integration, function: fn }, about, documented.get(fn.name)),
  );
  return [entry, ...searched];
}

function searchedFunction(
  known: InstalledFunction,
  about: string,
  documented: FunctionReference | undefined,
): SearchedPage {
  const { name, operation, keywords = [] } = known.function;
  const [verb = ''] = plainWords(name);
  return {
    ...functionEntry(known, documented),
    ...nothing,
    ...(documented && wordsOf(documented)),
    namespace: known.integration.manifest.namespace,
    operation,
    actions: [...meaningsInNames(verb)],
    name,
    keywords: keywords.join('\n'),
    about,
    description: documented === undefined ? '' : luaDescription(documented),
  };
}

/** What the parts of a function's page say. */
function wordsOf(fn: FunctionReference): Pick<SearchedPage, 'params' | 'returns' | 'examples'> {
  return {
    params: paramRows(fn).join('\n'),
    returns: [luaReturns(fn), ...fieldRows(fn)].join('\n'),
    examples: fn.examples.map(({ title }) => title).join('\n'),
  };
}
