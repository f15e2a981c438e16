import { Argument, Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { type Shell, shells } from '../completion/shells.js';
import { addExamples } from '../terminal/add-examples.js';

export function completionCommand(context: CommandContext): Command {
  const command = new Command('completion')
    .description(
      'Print a script for shell completion: commands, functions, params and accounts. Tab then completes what you have begun to type. Nothing is sent over the network.',
    )
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(shells)))
    .option('--json', 'print one envelope: ok, data or error, meta')
    .action(async (shell: Shell) => {
      const { runCompletion } = await import('../completion/run-completion.js');
      await runCompletion(shell, context);
    });
  return addExamples(command, [
    'source <(kosmo completion bash)   # in ~/.bashrc; zsh: in ~/.zshrc',
    'kosmo completion fish > ~/.config/fish/completions/kosmo.fish',
    'kosmo completion powershell | Out-String | Invoke-Expression',
  ]);
}
