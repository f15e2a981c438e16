import { KosmoError } from '@kosmokrator/runtime';
import type { Catalog } from '../catalog/catalog.js';
import type { InstalledIntegration } from '../catalog/installed.js';
import { findPage } from './page-name.js';
import type { IntegrationReference } from './pages/integration-reference.js';
import { listedEntries, type PageEntry } from './pages/page-entries.js';
import { parseReference } from './pages/parse-reference.js';
import { functionPage, indexPage, namespacePage } from './pages/write-pages.js';
import { openKeptIndex } from './spelled-index.js';
import { buildSearchIndex } from './search-index.js';
import type { SearchIndex } from './searched-page.js';

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
   * Throws `invalid_argument` with near names for any other, `broken_integration` for a package whose reference cannot be read.
   */
  read(page: string): Promise<string>;
}

const mostHits = 10;
const longestQuestion = 500;
const known = new WeakMap<ReferenceCatalog, Reference>();

/** What of a catalog its reference needs; without Node, a program can make one of files that it fetched. */
export type ReferenceCatalog = Pick<
  Catalog,
  'integrations' | 'broken' | 'integration' | 'find' | 'untrusted' | 'readFile' | 'indexStore'
>;

/**
 * Reads each package's `reference.json` when it is needed and once; no code is loaded. The search index is
 * built by the first search, unless the catalog keeps one. The same catalog gives the same reference.
 */
export function createReference(catalog: ReferenceCatalog): Reference {
  const reference = known.get(catalog) ?? openReference(catalog);
  known.set(catalog, reference);
  return reference;
}

function tooLong(): KosmoError {
  const message = `a question has at most ${longestQuestion} characters: search for its most important words`;
  return new KosmoError({ code: 'invalid_argument', message, param: 'query' });
}

function openReference(catalog: ReferenceCatalog): Reference {
  const references = new Map<InstalledIntegration, IntegrationReference>();
  let index: Promise<SearchIndex> | undefined;

  // The index does not keep the references that it is made from.
  const load = async (integration: InstalledIntegration) =>
    parseReference(await catalog.readFile(integration.manifest.name, 'reference.json'), integration);

  async function readReference(integration: InstalledIntegration): Promise<IntegrationReference> {
    const reference = references.get(integration) ?? (await load(integration));
    references.set(integration, reference);
    return reference;
  }

  async function openIndex(): Promise<SearchIndex> {
    const kept = catalog.indexStore?.read();
    try {
      return kept === undefined ? buildIndex() : openKeptIndex(kept);
    } catch {
      return buildIndex();
    }
  }

  async function buildIndex(): Promise<SearchIndex> {
    const built = await buildSearchIndex(catalog, load);
    catalog.indexStore?.write(built.spell());
    return built;
  }

  return {
    list: () => listedEntries(catalog),
    async search(query) {
      if (query.length > longestQuestion) throw tooLong();
      index ??= openIndex();
      try {
        return (await index).search(query, mostHits);
      } catch (error) {
        // What was kept cannot be read as far as this question needs it.
        if (catalog.indexStore === undefined) throw error;
        index = buildIndex();
        return (await index).search(query, mostHits);
      }
    },
    async read(name) {
      const subject = findPage(catalog, name);
      if (subject.kind === 'all') return indexPage(listedEntries(catalog));
      const reference = await readReference(subject.integration);
      return subject.kind === 'function'
        ? functionPage(subject, reference)
        : namespacePage(subject.integration, reference);
    },
  };
}
