import { Command, Option } from 'commander';
import type { CommandContext } from '../command-context.js';
import { errorLine, plainError } from '../errors/report-error.js';
import { addExamples } from '../terminal/add-examples.js';
import { UnusableError } from '../errors/usage-error.js';

interface ServeOptions {
  readonly mode: 'tools';
  readonly integration?: readonly string[];
  readonly yes?: true;
}

export function mcpCommand(_context: CommandContext): Command {
  const serve = new Command('serve')
    .description(
      'Serve the functions as tools to an MCP client. An agent, such as Claude, starts this server of the Model Context Protocol and talks to it over standard input and output (stdio).',
    )
    .addOption(
      new Option('--mode <mode>', 'tools: one tool for each function').choices(['tools']).default('tools'),
    )
    .option('--integration <names...>', 'only these integrations; may be repeated (default: all)')
    .option(
      '-y, --yes',
      'approve every call that needs approval; without this option such calls fail, because there is nobody to ask',
    )
    .action(runServe);
  addExamples(serve, ['kosmo mcp serve', 'kosmo mcp serve --integration upstash']);
  return new Command('mcp')
    .description('Connect agents over MCP, the Model Context Protocol.')
    .addCommand(serve);
}

/** Resolves when the client has gone. Standard output belongs to the protocol. */
async function runServe({ mode, integration, yes }: ServeOptions): Promise<void> {
  const [{ serveStdio }, { openHost }] = await Promise.all([
    import('@kosmokrator/mcp'),
    import('../host/open-host.js'),
  ]);
  const host = await openHost({ yes: yes === true });
  // An integration that is named ends the command when it is broken.
  if (integration === undefined)
    for (const { problem } of host.catalog.broken)
      process.stderr.write(errorLine({ code: 'broken_integration', message: problem }));
  try {
    await serveStdio({ host, mode, ...(integration && { integrations: integration }) });
  } catch (error) {
    const plain = await plainError(error);
    throw plain === null ? error : new UnusableError(plain.message);
  }
}
