import type { TrustedFolder, TrustStore } from '@kosmokrator/host/trust';
import { Command } from 'commander';
import { exitCode } from '../errors/exit-codes.js';
import { formatTable } from '../terminal/format-table.js';
import type { CommandContext } from '../command-context.js';
import { showOnOutput } from '../terminal/show-printable.js';
import { toJson } from '../terminal/to-json.js';
import { UnusableError, UsageError } from '../errors/usage-error.js';

interface TrustOptions {
  readonly json?: true;
  readonly remove?: true;
}

export function trustCommand(context: CommandContext): Command {
  return new Command('trust')
    .description(
      'Trust the integrations in a folder, so that kosmo uses them from any working folder. Their code runs with your credentials.',
    )
    .argument(
      '[folder]',
      'a folder of packages, a package, or a project; without it, list the trusted folders',
    )
    .option('--remove', 'stop trusting the folder and everything inside it')
    .option('--json', 'print one line of JSON: folders, trusted or removed')
    .action(async (folder: string | undefined, options: TrustOptions) => {
      const { openTrustStore } = await import('@kosmokrator/host/trust');
      const store = openTrustStore();
      if (folder === undefined) return list(store, options);
      const code = await (options.remove ? remove(store, folder, options) : add(store, folder, options));
      context.setExitCode(code);
    });
}

async function list(store: TrustStore, { json, remove: removing }: TrustOptions): Promise<void> {
  if (removing) throw new UsageError('--remove needs a folder; run "kosmo trust" to list them');
  const folders = await plainly(() => store.list());
  const rows = folders.map(({ path, problem }) => [path, problem === null ? 'yes' : `no: it ${problem}`]);
  const lines = rows.length > 0 ? formatTable([['Folder', 'Used'], ...rows]) : ['No folder is trusted.'];
  print(json, { folders }, lines);
}

async function add(store: TrustStore, folder: string, { json }: TrustOptions): Promise<number> {
  const trusted = await plainly(() => store.add(folder));
  print(json, { trusted }, describe('Trusted', trusted));
  return exitCode.ok;
}

async function remove(store: TrustStore, folder: string, { json }: TrustOptions): Promise<number> {
  const removed = await plainly(() => store.remove(folder));
  if (removed.length === 0 && !json)
    throw new UnusableError(`${folder} is not trusted; run "kosmo trust" to list the folders that are`);
  print(json, { removed }, describe('No longer trusted', removed));
  return removed.length > 0 ? exitCode.ok : exitCode.usage;
}

function describe(what: string, folders: readonly TrustedFolder[]): string[] {
  return folders.map(({ path }) => `${what}: ${path}`);
}

function print(json: true | undefined, value: object, lines: readonly string[]): void {
  process.stdout.write(json ? `${toJson(value)}\n` : showOnOutput(`${lines.join('\n')}\n`));
}

/** A folder that cannot be trusted, or a list that cannot be used, is the user's to mend: the message is enough. */
async function plainly<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { describeProblem } = await import('@kosmokrator/host');
    throw new UnusableError(describeProblem(error));
  }
}
