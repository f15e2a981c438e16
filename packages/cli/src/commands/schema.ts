import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { addFormatOptions, type FormatOptions } from '../output/add-format-options.js';
import { addExamples } from '../terminal/add-examples.js';

export function schemaCommand(context: CommandContext): Command {
  const command = new Command('schema')
    .description(
      'Print the JSON Schemas of a function: what it takes and what its result looks like. For code generators and forms: types, limits and defaults of all params as input, and the output.',
    )
    .argument('<function...>', 'such as upstash_get_key, or upstash get_key')
    .action(async (words: readonly string[], options: FormatOptions) => {
      const { runSchema } = await import('../listing/run-schema.js');
      await runSchema(words, options, context);
    });
  return addExamples(addFormatOptions(command), [
    'kosmo schema upstash_get_key',
    'kosmo schema upstash get_key --query input.properties',
  ]);
}
