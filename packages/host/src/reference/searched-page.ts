import type { Kind } from './known-words.js';
import type { PageEntry } from './pages/page-entries.js';

/** The words of one page, as the index takes them. `about` is its place: the names of the integration. */
export interface SearchedPage extends PageEntry {
  readonly namespace: string;
  /** Whether a function reads or writes. */
  readonly operation?: Kind;
  /** The meanings of the first word of a function's name. */
  readonly actions?: readonly string[];
  readonly name: string;
  readonly keywords: string;
  readonly about: string;
  readonly description: string;
  readonly params: string;
  readonly returns: string;
  readonly examples: string;
}

/** Finds pages by a question. */
export interface SearchIndex {
  /** The best first. */
  search(query: string, most: number): PageEntry[];
}
