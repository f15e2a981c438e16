import { once } from 'node:events';
import { Command, Option } from 'commander';
import { exitCode } from '../errors/exit-codes.js';
import { loadEmulator } from '../emulator/load-emulator.js';
import { onInterrupt } from '../terminal/on-interrupt.js';
import { makePassingFolder, type PassingFolder } from '../emulator/passing-folder.js';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../terminal/add-examples.js';
import { toJson } from '../terminal/to-json.js';

interface EmulateOptions {
  readonly json?: true;
  readonly redis: 'auto' | 'server' | 'memory';
}

export function emulateCommand(context: CommandContext): Command {
  const redis = new Option('--redis <backend>', 'what runs the Redis commands')
    .choices(['auto', 'server', 'memory'])
    .default('auto');
  const emulator = new Command('emulate')
    .description(
      "Start local servers that answer like the vendors' APIs. With these fakes you try calls and test programs offline, without a real account.",
    )
    .argument(
      '[command...]',
      'after --: a command to run with the variables set; kosmo then stops and exits with its code',
    )
    .option('--json', 'print one line of JSON: env, endpoints, backend')
    .addOption(redis)
    .action(async (command: readonly string[], options: EmulateOptions) => {
      const code = await emulate(command, options);
      if (code !== undefined) context.setExitCode(code);
    });
  return addExamples(emulator, ['kosmo emulate', 'kosmo emulate -- kosmo upstash list_keys']);
}

async function emulate(command: readonly string[], options: EmulateOptions): Promise<number | undefined> {
  const interrupt = onInterrupt();
  const { startEmulator } = await loadEmulator();
  const emulator = await startEmulator({ redis: options.redis });
  const { endpoints, backend } = emulator;
  let accounts: PassingFolder | undefined;
  try {
    // Accounts that are made here end with the emulator, and no stored credential is sent to it.
    accounts = makePassingFolder('kosmo-emulate-');
    const env = { ...emulator.env, KOSMO_ACCOUNTS: accounts.path, KOSMO_KEYCHAIN: 'off' };
    if (interrupt.signal.aborted) return exitCode.interrupted;
    if (command.length > 0) {
      const { runChild } = await import('../emulator/run-child.js');
      return await runChild(command, env);
    }
    process.stdout.write(
      options.json
        ? `${toJson({ env, endpoints, backend })}\n`
        : (await import('../emulator/describe-emulator.js')).describeEmulator({ env, endpoints, backend }),
    );
    await once(interrupt.signal, 'abort');
    return undefined;
  } finally {
    await emulator.close();
    accounts?.remove();
    interrupt.stop();
  }
}
