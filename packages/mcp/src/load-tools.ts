import { didYouMean, KosmoError } from '@kosmokrator/runtime';
import type { Catalog, InstalledIntegration } from '@kosmokrator/host';
import type { Tool } from '@modelcontextprotocol/server';

/** The tools of the chosen integrations, as their packages list them. Reads files only. */
export async function loadTools(catalog: Catalog, chosen: readonly string[] | undefined): Promise<Tool[]> {
  const integrations =
    chosen === undefined ? catalog.integrations : chosen.map((name) => findIntegration(catalog, name));
  const lists = await Promise.all(
    [...new Set(integrations)].map(({ manifest }) => catalog.readFile(manifest.name, 'mcp/tools.json')),
  );
  return lists.flatMap((list) => JSON.parse(list) as Tool[]);
}

function findIntegration(catalog: Catalog, name: string): InstalledIntegration {
  const found = catalog.integration(name);
  if (found !== undefined) return found;
  const known = catalog.integrations.map(({ manifest }) => manifest.name);
  const hint =
    catalog.untrusted(name) || didYouMean(name, known) || `; installed: ${known.join(', ') || 'none'}`;
  throw new KosmoError({
    code: 'invalid_argument',
    param: 'integration',
    message: `no integration ${JSON.stringify(name)} is installed${hint}`,
  });
}
