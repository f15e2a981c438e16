import { readFileSync } from 'node:fs';
import { didYouMean, isKosmoError, KosmoError } from '@kosmokrator/runtime';
import type { Host } from '@kosmokrator/runtime/host';
import { ProtocolError, ProtocolErrorCode, Server, type Tool } from '@modelcontextprotocol/server';
import { toolError, toolResult } from './tool-result.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** One server for one connection: answers may never reach another client. */
export function createServer(host: Host, tools: readonly Tool[]): Server {
  const names = tools.map((tool) => tool.name);
  const server = new Server({ name: 'kosmo', version }, { capabilities: { tools: {} } });
  server.setRequestHandler('tools/list', () => ({ tools: [...tools] }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    if (!names.includes(params.name)) throw host.redactor.error(unknownTool(params.name, names));
    const reply = await callTool(host, params.name, params.arguments ?? {}, mcpReq.signal);
    return host.redactor.value(reply);
  });
  return server;
}

async function callTool(
  host: Host,
  name: string,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) {
  try {
    const { account, args: own } = await takeAccount(host, name, args);
    return toolResult(await host.call(name, own, { account, signal }));
  } catch (error) {
    if (isKosmoError(error)) return toolError(error);
    throw error;
  }
}

/** A tool takes the name of an account beside the function's params, unless one of these has that name. */
async function takeAccount({ catalog }: Host, name: string, given: Readonly<Record<string, unknown>>) {
  const { account, ...args } = given;
  if (account === undefined) return { args };
  const found = catalog.find(name);
  const operation = found && (await catalog.operation(found.integration.manifest.name, found.function.name));
  if (operation && Object.hasOwn(operation.params, 'account')) return { args: given };
  if (typeof account === 'string') return { args, account };
  throw new KosmoError({ code: 'invalid_argument', message: 'account must be a text', param: 'account' });
}

function unknownTool(name: string, known: readonly string[]): ProtocolError {
  const message = `unknown tool ${JSON.stringify(name)}${didYouMean(name, known)}`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
