import { didYouMean, KosmoError } from '@kosmokrator/runtime';
import { quoteText, type Host } from '@kosmokrator/host';
import type { AccountAnswer, OpenedFunction, OpenedIntegration } from '../bridge/messages.js';

/**
 * Reads what a script needs of one integration: its binding, and the schemas of its functions' arguments. Throws
 * `unknown_function` for one that is not installed, `broken_integration` for one that is not built.
 */
export async function openIntegration(
  { catalog }: Pick<Host, 'catalog'>,
  namespace: string,
): Promise<OpenedIntegration> {
  const integration = catalog.integration(namespace);
  if (integration === undefined) throw unknownIntegration(catalog, namespace);
  const { manifest } = integration;
  const [binding, schemas] = await Promise.all([
    catalog.readFile(manifest.name, `lua/${manifest.namespace}.lua`),
    catalog.schemas(manifest.name),
  ]);
  const functions = manifest.functions.map(({ name, full_name }): [string, OpenedFunction] => {
    const input = schemas.functions[name]?.input ?? {};
    return [full_name, { integration: manifest.name, name, input }];
  });
  return { binding, functions: Object.fromEntries(functions) };
}

/**
 * Whether an integration has an account of this name. Asked when a script indexes the name and not before, so that a
 * store that cannot be read stands in the way of no script that does without it.
 */
export async function findAccount(
  { catalog, accountNames, redactor }: Host,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Promise<AccountAnswer> {
  const integration = catalog.integration(namespace);
  if (integration === undefined) throw unknownIntegration(catalog, namespace);
  try {
    const names = await accountNames(integration.manifest.name);
    return { known: names.includes(name), names };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { known: false, names: [], problem: redactor.text(problem) };
  }
}

function unknownIntegration(catalog: Host['catalog'], namespace: string): KosmoError {
  const known = catalog.integrations.map(({ manifest }) => manifest.namespace);
  const hint = catalog.untrusted(namespace) || didYouMean(namespace, known) || `; ${installed(known)}`;
  const message = `no integration ${quoteText(namespace)} is installed${hint}`;
  return new KosmoError({ code: 'unknown_function', message });
}

const mostListed = 20;

function installed(namespaces: readonly string[]): string {
  const first = namespaces.slice(0, mostListed).join(', ') || 'none';
  const rest = namespaces.length - mostListed;
  return `installed: ${first}${rest > 0 ? ` and ${rest} more: docs.list() has all` : ''}`;
}
