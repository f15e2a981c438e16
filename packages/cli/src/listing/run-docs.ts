import { createReference } from '@kosmokrator/host/reference';
import type { CommandContext } from '../command-context.js';
import { findFunction, findIntegration } from '../host/find-function.js';
import { openCatalog } from '../host/open-catalog.js';
import { hasColors } from '../terminal/has-colors.js';
import { isAgent } from '../terminal/ask/is-agent.js';
import { printAnswer } from '../output/print-answer.js';

type Catalog = ReturnType<typeof openCatalog>;

/** Prints the page of an integration or of a function, which one word or two name. */
export async function runDocs(words: readonly string[], context: CommandContext): Promise<void> {
  const catalog = openCatalog();
  const page = pageOf(catalog, words);
  const markdown = await createReference(catalog).read(page);
  if (!context.envelope && process.stdout.isTTY && !isAgent()) return showPage(markdown);
  await printAnswer({ data: { page, markdown }, text: () => markdown }, {}, context);
}

/** To a person at a terminal, in a pager where it has more lines than the terminal. */
async function showPage(markdown: string): Promise<void> {
  const [{ renderMarkdown }, { showInPager }] = await Promise.all([
    import('../markdown/render-markdown.js'),
    import('../terminal/show-in-pager.js'),
  ]);
  const { columns = 80, rows = 24 } = process.stdout;
  // A line of more than 100 columns is hard to read.
  const text = renderMarkdown(markdown, Math.min(columns, 100), hasColors(process.stdout));
  const isLong = text.split('\n').length > rows;
  if (!isLong || !(await showInPager(text))) process.stdout.write(text);
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
