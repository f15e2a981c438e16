import type { Host } from '@kosmokrator/host';
import { serveStdio as serveOnStdio } from '@modelcontextprotocol/server/stdio';
import { createServer } from './create-server.js';
import { loadTools } from './load-tools.js';
import { createStdioTransport } from './stdio/stdio-transport.js';

export interface ServeOptions {
  /** Makes the calls, with its own policy and credentials. */
  readonly host: Host;
  /** Names of the integrations to serve. Default: all that are installed. */
  readonly integrations?: readonly string[];
  /** `tools`: one tool for each function. */
  readonly mode: 'tools';
}

/**
 * Serves MCP over standard input and output until the client closes them; resolves when it listens.
 * Each connection gets the protocol revision that it asks for. A line that is no message gets an error. Tools are listed without network and
 * credentials. Rejects with `invalid_argument` for an integration that is not installed.
 */
export async function serveStdio({ host, integrations }: ServeOptions): Promise<void> {
  const tools = await loadTools(host.catalog, integrations);
  const { stdin: input, stdout: output, stderr } = process;
  const warn = (text: string) => void stderr.write(`mcp: ${text}\n`);
  serveOnStdio(() => createServer(host, tools), { transport: createStdioTransport({ input, output, warn }) });
}
