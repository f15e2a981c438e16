import type { Catalog, InstalledFunction, InstalledIntegration } from '@kosmokrator/host';
import { quoteText } from '@kosmokrator/host';
import { didYouMean, KosmoError } from '@kosmokrator/runtime';

/** By name or namespace, with `-` or `_`: `upstash-redis-start`. */
export function findIntegration(catalog: Catalog, word: string): InstalledIntegration | undefined {
  return catalog.integration(word) ?? catalog.integration(underscored(word));
}

/** A function of an integration by its short or full name, with `-` or `_`. Throws `unknown_function` with near names. */
export function functionOf({ manifest, ...rest }: InstalledIntegration, word: string): InstalledFunction {
  const name = underscored(word);
  const { functions, namespace } = manifest;
  const found = functions.find((fn) => fn.name === name || fn.full_name === name);
  if (found) return { integration: { manifest, ...rest }, function: found };
  const names = functions.map((fn) => fn.name);
  const near = didYouMean(name.replace(`${namespace}_`, ''), names);
  throw unknown(`${manifest.name} has no function ${quoteText(word)}${near || seeList(manifest.name)}`);
}

/**
 * By full name, with `-`, `_` or a dot: `upstash_get_key`, `upstash.get-key`. Throws `unknown_function` with near names,
 * among them what of `others` would do as well.
 */
export function findFunction(
  catalog: Catalog,
  word: string,
  others: readonly string[] = [],
): InstalledFunction {
  const [, first = '', short] = /^(?:app\.)?(?:integrations\.)?([^.]*)(?:\.(.*))?$/.exec(word) ?? [];
  const integration = short === undefined ? undefined : findIntegration(catalog, first);
  if (integration) return functionOf(integration, short!);
  const name = underscored(short === undefined ? first : `${first}_${short}`);
  const found = catalog.find(name);
  if (found) return found;
  const near =
    catalog.untrusted(name, ...beginnings(name)) || didYouMean(name, [...catalog.functionNames, ...others]);
  const whole = findIntegration(catalog, word);
  if (whole)
    throw unknown(`${quoteText(word)} is an integration, not a function${seeList(whole.manifest.name)}`);
  throw unknown(`no function ${quoteText(word)}${near || seeList()}`);
}

function underscored(word: string): string {
  return word.replaceAll('-', '_');
}

/** `a_b_c` → `a_b`, `a`: what may be a namespace. */
function beginnings(name: string): string[] {
  const words = name.split('_').slice(0, 20);
  return words.map((_, count) => words.slice(0, count).join('_')).filter(Boolean);
}

function seeList(integration = ''): string {
  return `; "${`kosmo list ${integration}`.trim()}" shows what there is`;
}

function unknown(message: string): KosmoError {
  return new KosmoError({ code: 'unknown_function', message });
}
