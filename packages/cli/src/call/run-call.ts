import type { Catalog, InstalledFunction } from '@kosmokrator/host';
import type { JsonSchema } from '@kosmokrator/runtime';
import { findParam } from '../arguments/find-param.js';
import { type CallWords, readWords } from '../arguments/read-words.js';
import { typesOf } from '../arguments/typed-value.js';
import type { CommandContext } from '../command-context.js';
import { describeCommand, schemaVersion } from '../command-tree/describe-command.js';
import { openCatalog } from '../host/open-catalog.js';
import { openHost } from '../host/open-host.js';
import { printAnswer } from '../output/print-answer.js';
import { openOutput } from '../output/open-output.js';
import { mayAsk } from '../terminal/ask/may-ask.js';
import { type Progress, showProgress } from '../terminal/show-progress.js';
import { fullHelp } from '../terminal/add-examples.js';
import { showPrintable } from '../terminal/show-printable.js';
import { onInterrupt } from '../terminal/on-interrupt.js';
import { dryRun } from './dry-run.js';
import { functionCommand } from './function-help.js';
import { printCall } from './print-call.js';
import { readArguments } from './read-arguments.js';
import { readSettings } from './read-settings.js';
import { recordRequest } from './record-request.js';

/** Finds the function that the first words name. Gives how many of them do, and the command line that calls it. */
export type FindFunction = (
  catalog: Catalog,
  plain: readonly string[],
) => { readonly known: InstalledFunction; readonly used: number; readonly command: string };

/** Until the function is known, nobody knows which flags take a value: its name stands before them. */
export function readFirst(words: readonly string[]): CallWords {
  return readWords(words, () => true);
}

/** Runs `kosmo call` and its short form: the words of one command line, after the command's name. */
export async function runCall(
  words: readonly string[],
  find: FindFunction,
  context: CommandContext,
  first = readFirst(words),
): Promise<void> {
  if (first.own['help']) return printHelp(find, first.plain, context);
  const recorder = first.own['dry-run'] || first.own['curl'] ? recordRequest() : undefined;
  const asks = mayAsk(context, { nonInteractive: first.own['non-interactive'] !== undefined });
  let progress: Progress | undefined;
  const host = await openHost({
    yes: first.own['yes'] !== undefined,
    ...(asks && { whileAsking: (ask) => progress?.during(ask) ?? ask() }),
    ...(recorder && { transport: recorder.transport }),
  });
  const { known, used } = find(host.catalog, first.plain);
  const { name, full_name: fn, operation } = known.function;
  Object.assign(context.meta, { function: fn, operation });
  const input = await readInput(host.catalog, known);

  const sorted = readWords(
    words,
    (flag) => isBoolean(input, flag) || isBoolean(input, flag.replace(/^no-/, '')),
    (flag) => findParam(input, flag) !== undefined,
  );
  const settings = await readSettings(sorted);
  const { account, timeoutMs, output } = settings;
  Object.assign(context.meta, { account, dry_run: settings.dryRun });
  const args = await readArguments(name, input, { ...sorted, plain: sorted.plain.slice(used) });
  const file = output === undefined ? undefined : openOutput(output);
  const interrupt = onInterrupt();
  const since = performance.now();
  const options = { account, timeoutMs, signal: interrupt.signal };
  progress = showProgress(`Calling ${fn}`, { shared: settings.all && file === undefined });
  const stop = () => {
    context.meta['duration_ms'] = Math.round(performance.now() - since);
    progress?.end();
  };
  try {
    const call = { host, fn, args, options, paged: known.function.paged, progress, stop };
    const shown = recorder && (await dryRun(() => host.call(fn, args, options), recorder, host));
    if (shown) stop();
    await printCall(call, shown, settings, context, file);
  } finally {
    if (context.meta['duration_ms'] === undefined) stop();
    interrupt.stop();
    file?.drop();
  }
}

/** Whatever the policy is: help makes no call. */
async function printHelp(
  find: FindFunction,
  plain: readonly string[],
  context: CommandContext,
): Promise<void> {
  const catalog = openCatalog();
  const { known, command } = find(catalog, plain);
  const input = await readInput(catalog, known);
  const help = await functionCommand(catalog, known, input, command);
  const data = { schema_version: schemaVersion, ...describeCommand(help) };
  await printAnswer({ data, text: () => showPrintable(fullHelp(help)) }, {}, context);
}

async function readInput(
  catalog: Catalog,
  { integration, function: fn }: InstalledFunction,
): Promise<JsonSchema> {
  const { functions } = await catalog.schemas(integration.manifest.name);
  return Object.hasOwn(functions, fn.name) ? functions[fn.name]!.input : {};
}

function isBoolean(input: JsonSchema, flag: string): boolean {
  const types = typesOf(findParam(input, flag)?.schema ?? {});
  return types.has('boolean') && !types.has('string');
}
