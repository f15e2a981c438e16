import type { TrustedFolder, TrustStore } from '@kosmokrator/host/trust';
import { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import { type Answer, printAnswer } from '../../output/print-answer.js';
import { tellWholeList } from '../../output/tell-whole-list.js';
import { terminalWidth } from '../../output/format-data.js';
import { addExamples } from '../../terminal/add-examples.js';
import { showOnOutput } from '../../terminal/show-printable.js';
import { UnusableError, UsageError } from '../../errors/usage-error.js';

interface TrustOptions {
  readonly remove?: true;
}

export function trustCommand(context: CommandContext): Command {
  const command = new Command('trust')
    .description(
      'Allow the packages of another folder or project. kosmo then uses the integrations in it wherever you start it, and their code runs with your credentials.',
    )
    .argument(
      '[folder]',
      'a folder of packages, a package, or a project; without it, list the trusted folders',
    )
    .option('--remove', 'stop trusting the folder and everything inside it')
    .option('--json', 'print one envelope: ok, data or error, meta')
    .action(async (folder: string | undefined, { remove: removing }: TrustOptions) => {
      const { openTrustStore } = await import('@kosmokrator/host/trust');
      const store = openTrustStore();
      if (folder === undefined && removing)
        throw new UsageError('--remove needs a folder; run "kosmo trust" to list them');
      const answer =
        folder === undefined ? list(store, context) : removing ? remove(store, folder) : add(store, folder);
      await printAnswer(await plainly(() => answer), {}, context);
    });
  return addExamples(command, [
    'kosmo trust',
    'kosmo trust ./my-project',
    'kosmo trust --remove ./my-project',
  ]);
}

async function list(store: TrustStore, context: CommandContext): Promise<Answer> {
  const data = store.list();
  tellWholeList(context, data);
  const rows = data.map(({ path, problem }) => [path, problem === null ? 'yes' : `no: it ${problem}`]);
  const text = async () => {
    if (rows.length === 0) return 'No folder is trusted.\n';
    const { table } = await import('../../output/format-people.js');
    return table([['Folder', 'Used'], ...rows.map((row) => row.map(showOnOutput))], terminalWidth(), {
      heading: true,
    });
  };
  return { data, text };
}

async function add(store: TrustStore, folder: string): Promise<Answer> {
  return changed('Trusted', await store.add(folder));
}

async function remove(store: TrustStore, folder: string): Promise<Answer> {
  const removed = await store.remove(folder);
  if (removed.length > 0) return changed('No longer trusted', removed);
  throw new UnusableError(`${folder} is not trusted; run "kosmo trust" to list the folders that are`);
}

function changed(what: string, data: readonly TrustedFolder[]): Answer {
  return { data, text: () => data.map(({ path }) => `${what}: ${showOnOutput(path)}\n`).join('') };
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
