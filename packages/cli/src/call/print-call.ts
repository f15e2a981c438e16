import type { CommandContext } from '../command-context.js';
import { UsageError } from '../errors/usage-error.js';
import { formatIds } from '../output/format-data.js';
import type { OutputFile } from '../output/open-output.js';
import { printResult } from '../output/print-result.js';
import { outputState } from '../terminal/guard-streams.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { toJson } from '../terminal/to-json.js';
import { callOnce } from './call-once.js';
import { type DryRun, dryRunAnswer } from './dry-run-answer.js';
import type { CallSettings } from './read-settings.js';
import type { ReadyCall } from './ready-call.js';
import { walkAll } from './walk-all.js';

/** Makes a call, unless it was a dry run, and prints what comes of it, or writes it to a file. */
export async function printCall(
  call: ReadyCall,
  dryRun: DryRun | undefined,
  settings: CallSettings,
  context: CommandContext,
  file?: OutputFile,
): Promise<void> {
  const { format, quiet, query } = settings;
  const print = { format, quiet, query };
  if (dryRun) return printResult(dryRunAnswer(dryRun, settings.curl), print, context, file);
  if (!settings.all) {
    const { data, facts } = await callOnce(call);
    call.stop();
    Object.assign(context.meta, facts);
    return printResult({ data }, print, context, file);
  }
  if (!call.paged) throw new UsageError(`${call.fn} gives its whole result in one call: leave out --all`);
  const walk = { ...call, limit: settings.limit };
  if (!context.envelope && (format === undefined || format === 'ndjson')) {
    const write = file?.write ?? ((text: string) => void process.stdout.write(showOnOutput(text)));
    const line = (item: unknown) => (quiet ? formatIds(item) : `${toJson(item)}\n`);
    await walkAll(call.host, walk, (items) => {
      write(items.map((item) => line(query ? query(item) : item)).join(''));
      return file !== undefined || outputState() === 'open';
    });
    file?.keep();
    return;
  }
  const data: unknown[] = [];
  const facts = await walkAll(call.host, walk, (items) => {
    // A page may have more items than a call may have arguments.
    for (const item of items) data.push(item);
  });
  call.stop();
  Object.assign(context.meta, facts, { next: null });
  const answer = { data: query ? data.map(query) : data };
  await printResult(answer, { format, quiet }, context, file);
}
