import { didYouMean, KosmoError } from '@kosmokrator/runtime';
import { quoteText } from '@kosmokrator/runtime/internal';
import type { InstalledFunction, InstalledIntegration } from '../catalog/installed.js';
import type { Catalog } from '../catalog/catalog.js';

const longestName = 200;

type PageCatalog = Pick<Catalog, 'integrations' | 'integration' | 'find' | 'untrusted'>;

/** What a page is about. */
export type PageSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'integration'; readonly integration: InstalledIntegration }
  | ({ readonly kind: 'function' } & InstalledFunction);

/** `integrations.upstash.set_key`. */
export function pageName({ manifest }: InstalledIntegration, fn?: { readonly name: string }): string {
  return `integrations.${manifest.namespace}${fn === undefined ? '' : `.${fn.name}`}`;
}

/**
 * Finds what a page name means: `integrations`, `integrations.<ns>`, `integrations.<ns>.<fn>`, the last two also without
 * `integrations.`; a full function name works, too. Throws `invalid_argument` with the nearest names, for a name of more than 200 characters with none.
 */
export function findPage(catalog: PageCatalog, name: string): PageSubject {
  if (name.length > longestName) throw noPage(name, `: a name has at most ${longestName} characters`);
  const path = name.trim().replace(/^app\./, '');
  if (path === '' || path === 'integrations') return { kind: 'all' };
  const [namespace = '', fn, ...more] = path.replace(/^integrations\./, '').split('.');
  const integration = catalog.integration(namespace);
  if (integration !== undefined && fn === undefined) return { kind: 'integration', integration };
  const known = fn === undefined ? catalog.find(namespace) : findFunction(catalog, integration, fn);
  if (known !== undefined && more.length === 0) return { kind: 'function', ...known };
  throw unknownPage(catalog, name, integration);
}

function findFunction(
  catalog: PageCatalog,
  integration: InstalledIntegration | undefined,
  name: string,
): InstalledFunction | undefined {
  if (integration === undefined) return undefined;
  const { namespace } = integration.manifest;
  const found = catalog.find(`${namespace}_${name}`) ?? catalog.find(name);
  return found?.integration === integration ? found : undefined;
}

function unknownPage(catalog: PageCatalog, name: string, integration?: InstalledIntegration): KosmoError {
  const functions = (one: InstalledIntegration) => one.manifest.functions.map((fn) => pageName(one, fn));
  const wanted = name.trim().replace(/^(?:app\.)?(?:integrations\.)?/, 'integrations.');
  const isFunction = wanted.split('.').length > 2;
  const near = isFunction && !integration ? catalog.integrations.flatMap(functions) : [];
  const known = integration ? functions(integration) : catalog.integrations.map((one) => pageName(one));
  const untrusted = integration ? '' : catalog.untrusted(wanted.split('.')[1] ?? '');
  const suggested = didYouMean(wanted, near) || didYouMean(wanted, known);
  return noPage(name, untrusted || suggested || '; docs.list() has all integrations');
}

function noPage(name: string, hint: string): KosmoError {
  return new KosmoError({
    code: 'invalid_argument',
    message: `no page ${quoteText(name)}${hint}`,
    param: 'page',
  });
}
