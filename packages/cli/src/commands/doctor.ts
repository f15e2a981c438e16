import { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import type { DoctorOptions } from '../doctor/run-doctor.js';
import { addFormatOptions } from '../output/add-format-options.js';
import { addExamples } from '../terminal/add-examples.js';

export function doctorCommand(context: CommandContext): Command {
  const command = new Command('doctor')
    .description(
      'Check that kosmo works here, and name the command that fixes each problem: Node, packages, accounts, policy, proxy and clock. Sends nothing without --online. Ends with 1 if there is a problem.',
    )
    .option('--online', 'look up and connect to each API that an account can call; sends no credential')
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../doctor/run-doctor.js');
      await runDoctor(options, context);
    });
  return addExamples(addFormatOptions(command), ['kosmo doctor', 'kosmo doctor --online']);
}
