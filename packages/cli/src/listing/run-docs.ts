import { createReference } from '@kosmokrator/host/reference';
import type { CommandContext } from '../command-context.js';
import { findFunction, findIntegration } from '../host/find-function.js';
import { openCatalog } from '../host/open-catalog.js';
import { printAnswer } from '../output/print-answer.js';

type Catalog = ReturnType<typeof openCatalog>;

/** Prints the page of an integration or of a function, which one word or two name. */
export async function runDocs(words: readonly string[], context: CommandContext): Promise<void> {
  const catalog = openCatalog();
  const page = pageOf(catalog, words);
  const markdown = await createReference(catalog).read(page);
  await printAnswer({ data: { page, markdown }, text: () => markdown }, {}, context);
}

function pageOf(catalog: Catalog, words: readonly string[]): string {
  const name = words.join('.').replace(/^(?:app\.)?integrations(?:\.|$)/, '');
  if (name === '') return 'integrations';
  const integration = findIntegration(catalog, name);
  if (integration) return `integrations.${integration.manifest.namespace}`;
  const names = catalog.integrations.map(({ manifest }) => manifest.namespace);
  const { integration: owner, function: fn } = findFunction(catalog, name, names);
  return `integrations.${owner.manifest.namespace}.${fn.name}`;
}
