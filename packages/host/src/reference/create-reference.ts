import { KosmoError } from '@kosmokrator/runtime';
import type { InstalledFunction, InstalledIntegration } from '../catalog/installed.js';
import type { Catalog } from '../catalog/catalog.js';
import { brokenIntegration } from '../catalog/broken-integration.js';
import { parseLuaPage, type LuaPage } from './lua-page.js';
import { findPage } from './page-name.js';
import { buildSearchIndex, type SearchIndex } from './search-index.js';
import { functionPage, indexPage, listedEntries, namespacePage, type PageEntry } from './write-pages.js';

/** The documentation of the installed integrations, for agents. */
export interface Reference {
  /** The page of each integration. One that is broken is listed as such; to read its page throws. */
  list(): PageEntry[];
  /**
   * Pages for a question in plain words, at most ten, the best first. Of the words that carry meaning the first 32 are
   * looked for, and of each the first 40 characters. Throws `invalid_argument` for a question of more than 500.
   */
  search(query: string): Promise<PageEntry[]>;
  /**
   * A page as Markdown: `integrations`, `integrations.<ns>`, `integrations.<ns>.<fn>`, also without `integrations.`
   * Throws `invalid_argument` with near names for any other, `broken_integration` for a package without documentation.
   */
  read(page: string): Promise<string>;
}

const mostHits = 10;
const longestQuestion = 500;
const references = new WeakMap<Catalog, Reference>();

/**
 * Reads the packages' own documentation, each page when it is needed and once; no code is loaded. The search index is
 * built by the first search. The same catalog gives the same reference.
 */
export function createReference(catalog: Catalog): Reference {
  const known = references.get(catalog);
  if (known) return known;
  const reference = openReference(catalog);
  references.set(catalog, reference);
  return reference;
}

function tooLong(): KosmoError {
  const message = `a question has at most ${longestQuestion} characters: search for its most important words`;
  return new KosmoError({ code: 'invalid_argument', message, param: 'query' });
}

function openReference(catalog: Catalog): Reference {
  const pages = new Map<InstalledIntegration, LuaPage>();
  let index: Promise<SearchIndex> | undefined;

  // The index does not keep the pages that it is made from.
  const loadPage = async ({ manifest }: InstalledIntegration) =>
    parseLuaPage(await catalog.readFile(manifest.name, 'docs/lua.md'));

  async function readPage(integration: InstalledIntegration): Promise<LuaPage> {
    const page = pages.get(integration) ?? (await loadPage(integration));
    pages.set(integration, page);
    return page;
  }

  async function readFunction(known: InstalledFunction): Promise<string> {
    const page = await readPage(known.integration);
    const documented = page.functions.get(known.function.name);
    if (documented) return functionPage(known, documented);
    throw brokenIntegration(known.integration, `does not describe ${known.function.name} in docs/lua.md`);
  }

  return {
    list: () => listedEntries(catalog),
    async search(query) {
      if (query.length > longestQuestion) throw tooLong();
      index ??= buildSearchIndex(catalog, loadPage);
      return (await index).search(query, mostHits);
    },
    async read(name) {
      const subject = findPage(catalog, name);
      if (subject.kind === 'all') return indexPage(listedEntries(catalog));
      if (subject.kind === 'function') return readFunction(subject);
      return namespacePage(subject.integration, await readPage(subject.integration));
    },
  };
}
