import { didYouMean, KosmoError } from '@kosmokrator/runtime';
import type { Host } from '@kosmokrator/runtime/host';
import type { OpenedFunction, OpenedIntegration } from './messages.js';

/** Reads what a script needs of one integration: its binding, and the schemas of its functions' arguments. */
export async function openIntegration(
  { catalog, accountNames }: Host,
  namespace: string,
): Promise<OpenedIntegration> {
  const integration = catalog.integration(namespace);
  if (integration === undefined) throw unknownIntegration(catalog, namespace);
  const { manifest } = integration;
  const [binding, schemas, accounts] = await Promise.all([
    catalog.readFile(manifest.name, `lua/${manifest.namespace}.lua`),
    catalog.schemas(manifest.name),
    accountNames(manifest.name),
  ]);
  const functions = manifest.functions.map(({ name, full_name }): [string, OpenedFunction] => {
    const input = schemas.functions[name]?.input ?? {};
    return [full_name, { integration: manifest.name, name, input }];
  });
  return { binding, accounts, functions: Object.fromEntries(functions) };
}

function unknownIntegration(catalog: Host['catalog'], namespace: string): KosmoError {
  const known = catalog.integrations.map(({ manifest }) => manifest.namespace);
  const hint = didYouMean(namespace, known) || `; installed: ${known.join(', ') || 'none'}`;
  const message = `no integration ${JSON.stringify(namespace)} is installed${hint}`;
  return new KosmoError({ code: 'unknown_function', message });
}
