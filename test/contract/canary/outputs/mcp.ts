import { accountFromEnv } from '@kosmokrator/runtime';
import { type AccountResolver, createHost, createPolicy } from '@kosmokrator/host';
import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createServer as createMcpServer } from '../../../../packages/mcp/dist/create-server.js';
import { root } from '@kosmokrator/testing/repository';
import { expectNone } from '../appearances.js';
import { functions, waysOf } from '../calls.js';
import type { LeakyHost } from '../leaky-host.js';
import { operations } from '../leaky-operations.js';
import { show } from '../show.js';
import { verboseNode } from '../verbose-node.js';

/** What a client is told, and what the server prints. */
export function testMcp({ canary, catalog, env }: LeakyHost): void {
  test('MCP: replies, protocol errors and standard error', async () => {
    const accounts: AccountResolver = ({ integration }) => ({
      ...accountFromEnv(integration, env()),
      maxRetries: 0,
    });
    const policy = createPolicy({ yes: true });
    const host = createHost({ catalog, env: env(), policy, accounts, timeoutMs: 500 });
    const tools = Object.keys(operations).map((name) => ({
      name: `leaky_${name}`,
      inputSchema: { type: 'object' as const },
    }));
    const client = new Client({ name: 'test', version: '1.0.0' });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await Promise.all([createMcpServer(host, tools).connect(theirs), client.connect(ours)]);
    const outputs: Record<string, string> = {};
    for (const name of functions) {
      for (const how of waysOf(name)) {
        const called = client.callTool({ name: `leaky_${name}`, arguments: { how } });
        outputs[`${name} ${how}`] = show(await called.catch((error: unknown) => error));
      }
    }
    const unknown = await client
      .callTool({ name: `leaky_${canary}`, arguments: {} })
      .catch((error: unknown) => error);
    expect(unknown).toBeInstanceOf(Error);
    outputs['unknown tool'] = show(unknown);
    await client.close();
    expectNone(canary, outputs);
  });

  test('MCP over stdio, with all that Node can be made to print', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [`${root}/packages/cli/dist/bin.js`, 'mcp', 'serve', '--yes', '--integration', 'leaky'],
      env: { ...env(), ...verboseNode },
      stderr: 'pipe',
    });
    const stderr = text(transport.stderr as never);
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(transport);
    const outputs: Record<string, string> = {};
    for (const how of ['echo-body', 'message-400', 'redirect-host', 'html-cut', 'truncated'])
      outputs[how] = show(await client.callTool({ name: 'leaky_get_query', arguments: { how } }));
    await client.close();
    outputs['stderr'] = await stderr;
    expect(outputs['stderr']).not.toBe('');
    expectNone(canary, outputs);
  });
}
