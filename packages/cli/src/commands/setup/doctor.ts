import { Command } from 'commander';
import type { CommandContext } from '../../command-context.js';
import type { DoctorOptions } from '../../doctor/run-doctor.js';
import { addFormatOptions } from '../../output/add-format-options.js';
import { addExamples } from '../../terminal/add-examples.js';

export function doctorCommand(context: CommandContext): Command {
  const command = new Command('doctor')
    .description(
      'Find out what is broken, and how to fix it. It diagnoses your installation: checks Node, packages, accounts, policy, proxy and clock, with --online also the network: DNS and TLS. Each problem comes with the command that fixes it. Ends with 1 if there is one.',
    )
    .option('--online', 'look up and connect to each API that an account can call; sends no credential')
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('../../doctor/run-doctor.js');
      await runDoctor(options, context);
    });
  return addExamples(addFormatOptions(command), ['kosmo doctor', 'kosmo doctor --online']);
}
