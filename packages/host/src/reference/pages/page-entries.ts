import type { Catalog } from '../../catalog/catalog.js';
import type { InstalledFunction, InstalledIntegration } from '../../catalog/installed.js';
import type { BrokenPackage } from '../../catalog/package-index.js';
import { pageName } from '../page-name.js';
import { luaDescription } from './describe-function.js';
import type { FunctionReference } from './integration-reference.js';

/** One page, as lists and search results show it. */
export interface PageEntry {
  /** What `read` takes. */
  readonly page: string;
  readonly title: string;
  /** One line. */
  readonly summary: string;
}

export function integrationEntry(integration: InstalledIntegration): PageEntry {
  const { title, description, functions } = integration.manifest;
  const count = functions.length === 1 ? '1 function' : `${functions.length} functions`;
  const page = pageName(integration);
  return { page, title, summary: `${title}. ${firstSentence(description)} ${count}.` };
}

/** `documented` is absent when the package has no reference; then the manifest has to do. */
export function functionEntry(
  { integration, function: fn }: InstalledFunction,
  documented: FunctionReference | undefined,
): PageEntry {
  const page = pageName(integration, fn);
  if (documented === undefined) return { page, title: fn.title, summary: `${fn.title}.` };
  const summary = `${signature(fn.name, documented)} ${firstSentence(luaDescription(documented))}`;
  return { page, title: fn.title, summary };
}

/** A package that cannot be read has an entry, too, which says so. */
export function brokenEntry({ name, problem }: BrokenPackage): PageEntry {
  const page = `integrations.${name.replaceAll('-', '_')}`;
  return { page, title: `${name} (broken)`, summary: `Cannot be used: ${problem}` };
}

/** One entry for each installed package, sorted by name. */
export function listedEntries({
  integrations,
  broken,
}: Pick<Catalog, 'integrations' | 'broken'>): PageEntry[] {
  const entries = [...integrations.map(integrationEntry), ...broken.map(brokenEntry)];
  return entries.toSorted((a, b) => (a.page < b.page ? -1 : 1));
}

/** `set_key{ key, value, ex? }` */
export function signature(name: string, { params }: FunctionReference): string {
  const names = params.map((param) => `${param.name}${param.required ? '' : '?'}`);
  return names.length === 0 ? `${name}()` : `${name}{ ${names.join(', ')} }`;
}

export function firstSentence(text: string): string {
  return /^[^]*?[.!?](?=\s|$)/.exec(text.trim())?.[0].replace(/\s+/g, ' ') ?? text.trim();
}
