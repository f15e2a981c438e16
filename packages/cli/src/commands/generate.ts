import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addExamples } from '../terminal/add-examples.js';
import { collect } from '../arguments/collect.js';

export function generateCommand(context: CommandContext): Command {
  const command = withSharedOptions(new Command('generate'))
    .description(
      'Generate packages from YAML specs. Builds and writes the code of each integration, with the generator of your project.',
    )
    .option('--check', 'write nothing; fail if a file is out of date')
    .option('--watch', 'generate again whenever a spec changes')
    .option('--prune', 'remove packages without specs, even if no package is left')
    .option('--out <folder>', 'folder of the packages (default: packages/integrations next to the specs)')
    .action(async (options: object) => run('generate', options, context));
  return addExamples(command, ['kosmo generate', 'kosmo generate --check', 'kosmo generate --watch']);
}

export function validateCommand(context: CommandContext): Command {
  const command = withSharedOptions(new Command('validate'))
    .description(
      'Check YAML specs for mistakes, and write nothing. Lints the specs of an integration with their examples.',
    )
    .action(async (options: object) => run('validate', options, context));
  return addExamples(command, ['kosmo validate', 'kosmo validate --only upstash']);
}

function withSharedOptions(command: Command): Command {
  return command
    .option('--only <integration>', 'only this integration; can be repeated', collect, [])
    .option('--specs <folder>', 'folder of the specs (default: the nearest folder named specs)')
    .option('--json', 'print one envelope: ok, data or error, meta');
}

async function run(name: 'generate' | 'validate', options: object, context: CommandContext): Promise<void> {
  const { runGenerator } = await import('../maintain/run-generator.js');
  await runGenerator(name, options, context);
}
