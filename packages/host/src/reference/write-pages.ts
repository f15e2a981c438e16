import type { BrokenPackage } from '../catalog/package-index.js';
import type { InstalledFunction, InstalledIntegration } from '../catalog/installed.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Manifest } from '../catalog/manifest.js';
import type { DocumentedFunction, LuaPage } from './lua-page.js';
import { pageName } from './page-name.js';

/** One page, as lists and search results show it. */
export interface PageEntry {
  /** What `read` takes. */
  readonly page: string;
  readonly title: string;
  /** One line. */
  readonly summary: string;
}

/** The most characters of a namespace's reference that its page holds in full. */
const longestReference = 24_000;

/** Beyond this many functions the page of a namespace with a longer reference has their names only. */
const mostDescribed = 60;

export function integrationEntry(integration: InstalledIntegration): PageEntry {
  const { title, description, functions } = integration.manifest;
  const count = functions.length === 1 ? '1 function' : `${functions.length} functions`;
  const page = pageName(integration);
  return { page, title, summary: `${title}. ${firstSentence(description)} ${count}.` };
}

/** `documented` is absent when the package has no page; then the manifest has to do. */
export function functionEntry(
  { integration, function: fn }: InstalledFunction,
  documented: DocumentedFunction | undefined,
): PageEntry {
  const page = pageName(integration, fn);
  if (documented === undefined) return { page, title: fn.title, summary: `${fn.title}.` };
  const summary = `${signature(fn.name, documented)} ${firstSentence(documented.description)}`;
  return { page, title: fn.title, summary };
}

/** A package that cannot be read has an entry, too, which says so. */
export function brokenEntry({ name, problem }: BrokenPackage): PageEntry {
  const page = `integrations.${name.replaceAll('-', '_')}`;
  return { page, title: `${name} (broken)`, summary: `Cannot be used: ${problem}` };
}

/** One entry for each installed package, sorted by name. */
export function listedEntries({ integrations, broken }: Catalog): PageEntry[] {
  const entries = [...integrations.map(integrationEntry), ...broken.map(brokenEntry)];
  return entries.toSorted((a, b) => (a.page < b.page ? -1 : 1));
}

export function indexPage(entries: readonly PageEntry[]): string {
  const lines = entries.map(({ page, summary }) => `- \`${page}\`: ${summary}`);
  return [
    '# integrations',
    '',
    lines.length === 0 ? 'No integration is installed.' : 'Read one by its name, or search in plain words.',
    '',
    ...lines,
    '',
  ].join('\n');
}

/** The whole reference of a namespace, or its functions with their signatures where the reference is too long to read. */
export function namespacePage(integration: InstalledIntegration, page: LuaPage): string {
  return page.reference.length <= longestReference ? `${page.reference}\n` : contents(integration, page);
}

function contents(integration: InstalledIntegration, page: LuaPage): string {
  const { manifest } = integration;
  const { namespace } = manifest;
  const name = pageName(integration);
  return [
    `# ${name}: ${manifest.title}`,
    '',
    manifest.description,
    '',
    page.counts,
    ...credentialLines(manifest),
    '',
    `Call \`app.integrations.${namespace}.<function>{ … }\`, or for a named account`,
    `\`app.integrations.${namespace}.<account>.<function>{ … }\`. A \`?\` marks optional parameters.`,
    '',
    ...functionLines(manifest, page),
    '',
    `Read \`${name}.<function>\` for parameters, results and examples.`,
    '',
  ].join('\n');
}

function credentialLines({ credentials }: Manifest): string[] {
  if (credentials.length === 0) return [];
  return [`Credentials of the default account: ${credentials.map(({ env }) => `\`${env}\``).join(', ')}.`];
}

function functionLines({ functions }: Manifest, page: LuaPage): string[] {
  if (functions.length > mostDescribed)
    return [`Functions: ${functions.map(({ name }) => name).join(', ')}.`];
  return functions.map((fn) => {
    const documented = page.functions.get(fn.name);
    const kind = `${fn.operation}${fn.paged ? ', paged' : ''}`;
    if (documented === undefined) return `- \`${fn.name}\` (${kind}): ${fn.title}.`;
    return `- \`${signature(fn.name, documented)}\` (${kind}): ${firstSentence(documented.description)}`;
  });
}

export function functionPage(known: InstalledFunction, documented: DocumentedFunction): string {
  const { integration, function: fn } = known;
  const path = `app.integrations.${integration.manifest.namespace}.${fn.name}`;
  const kinds = [fn.operation, ...(fn.destructive ? ['may overwrite or delete'] : [])];
  const pages = fn.paged ? [`\`for item in ${path}.each{ … } do\` loops over the items of all pages.`] : [];
  return [
    `# ${pageName(integration, fn)}: ${fn.title}`,
    '',
    `\`${signature(path, documented)}\` (${kinds.join(', ')})`,
    ...pages,
    '',
    documented.markdown,
    '',
  ].join('\n');
}

/** `set_key{ key, value, ex? }` */
function signature(name: string, { params }: DocumentedFunction): string {
  const names = params.map((param) => `${param.name}${param.required ? '' : '?'}`);
  return names.length === 0 ? `${name}()` : `${name}{ ${names.join(', ')} }`;
}

function firstSentence(text: string): string {
  return /^[^]*?[.!?](?=\s|$)/.exec(text.trim())?.[0].replace(/\s+/g, ' ') ?? text.trim();
}
