import { createReference } from '@kosmokrator/host/reference';
import type { CommandContext } from '../command-context.js';
import { openListing } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { terminalWidth } from '../output/format-data.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { tellWholeList } from '../output/tell-whole-list.js';
import { showProgress } from '../terminal/show-progress.js';
import { showOnOutput } from '../terminal/show-printable.js';

/** Prints the pages that fit a question, the best first. `name` is what the other commands take. */
export async function runSearch(
  question: string,
  options: FormatOptions,
  context: CommandContext,
): Promise<void> {
  const print = await readFormat(options);
  const progress = showProgress('Reading the pages of all integrations');
  const found = await createReference(openListing()).search(question).finally(progress.end);
  const data = found.map(({ page, title, summary }) => ({
    name: page.replace(/^integrations\./, ''),
    title,
    summary,
  }));
  tellWholeList(context, data);
  const text = async () => {
    const { fold, table } = await import('../output/format-people.js');
    const width = terminalWidth();
    if (data.length === 0) return fold('Nothing was found: try other words, or see "kosmo list".', width);
    const rows = data.map(({ name, summary }) => [showOnOutput(name), showOnOutput(summary)]);
    return `${table(rows, width, { names: true })}\n${fold('kosmo docs NAME tells more.', width)}`;
  };
  await printAnswer({ data, text }, print, context);
}
