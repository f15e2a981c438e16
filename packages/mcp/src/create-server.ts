import { readFileSync } from 'node:fs';
import { didYouMean, isKosmoError, KosmoError } from '@kosmokrator/runtime';
import { type Host, quoteText } from '@kosmokrator/host';
import { ProtocolError, ProtocolErrorCode, Server, type Tool } from '@modelcontextprotocol/server';
import { readJsonTexts } from './read-json-texts.js';
import { toolError, toolResult } from './tool-result.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** One server for one connection: answers may never reach another client. */
export function createServer(host: Host, tools: readonly Tool[]): Server {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const server = new Server({ name: 'kosmo', version }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', ({ params }) => {
    // All tools are on one page, so this server gives no cursor to anyone.
    if (params?.cursor !== undefined)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        'unknown cursor: leave it out, all tools are on one page',
      );
    return { tools: [...tools] };
  });
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const tool = byName.get(params.name);
    if (!tool) throw host.redactor.error(unknownTool(params.name, [...byName.keys()]));
    return callTool(host, tool, params.arguments ?? {}, mcpReq.signal);
  });
  return server;
}

async function callTool(
  host: Host,
  tool: Tool,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) {
  try {
    const { name } = tool;
    const { account, args: own } = await takeAccount(host, name, args);
    const result = await host.call(name, readJsonTexts(tool, own), { account, signal });
    const { integration, function: called } = host.catalog.find(name)!;
    const names = { integration: integration.manifest.name, function: called.name };
    return toolResult(result, { ...names, account: account ?? 'default' });
  } catch (error) {
    // What `call` gives has been through the redactor, and megabytes are not searched twice.
    if (isKosmoError(error)) return host.redactor.value(toolError(error));
    throw error;
  }
}

/** A tool takes the name of an account beside the function's params, unless one of these has that name. null is absent. */
async function takeAccount({ catalog }: Host, name: string, given: Readonly<Record<string, unknown>>) {
  const { account, ...args } = given;
  if (account === undefined) return { args };
  const found = catalog.find(name);
  const operation = found && (await catalog.operation(found.integration.manifest.name, found.function.name));
  if (operation && Object.hasOwn(operation.params, 'account')) return { args: given };
  if (account === null) return { args };
  if (typeof account === 'string') return { args, account };
  throw new KosmoError({ code: 'invalid_argument', message: 'account must be a string', param: 'account' });
}

function unknownTool(name: string, known: readonly string[]): ProtocolError {
  const message = `unknown tool ${quoteText(name)}${didYouMean(name, known)}`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
