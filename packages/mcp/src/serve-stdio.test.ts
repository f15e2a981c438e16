/** A real client talks to the built `kosmo mcp serve`. `pnpm --filter @kosmokrator/cli build` first. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installParcel } from '@kosmokrator/testing/parcel/install-parcel';
import { startParcelServer, type ParcelServer } from '@kosmokrator/testing/parcel/parcel-server';

const bin = fileURLToPath(new URL('../../cli/dist/bin.js', import.meta.url));
const installed = installParcel();
const serve = [bin, 'mcp', 'serve', '--mode', 'tools', '--integration', 'parcel-post'];
let server: ParcelServer;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startParcelServer();
  env = { KOSMO_HOME: installed.folder, KOSMO_INTEGRATIONS_PATH: installed.folder, ...server.env };
});

beforeEach(() => void server.requests.splice(0));

afterAll(async () => {
  await server.close();
  installed.remove();
});

const eras = {
  'the 2025 revisions': {},
  'revision 2026-07-28': { versionNegotiation: { mode: { pin: '2026-07-28' } } },
} as const;

describe.each(Object.entries(eras))('with %s', (_era, options) => {
  let client: Client;

  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1.0.0' }, options);
    await client.connect(new StdioClientTransport({ command: process.execPath, args: serve, env }));
  });

  afterAll(() => client.close());

  test('lists the tools as their package has them', async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name)).toEqual([
      'parcel_post_count',
      'parcel_post_get_parcel',
      'parcel_post_list_parcels',
      'parcel_post_send_parcel',
    ]);
    expect(tools[3]!.annotations).toEqual({
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
    });
    expect(server.requests).toEqual([]);
  });

  test('refuses a cursor, since it gives none', async () => {
    await expect(client.listTools({ cursor: 'made-up' })).rejects.toMatchObject({
      code: -32_602,
      message: expect.stringContaining('unknown cursor'),
    });
  });

  test.each([
    ['an object', 'get_parcel', { id: '7' }, { id: '7', weight: null }],
    ['a list', 'list_parcels', {}, { items: [{ id: 'a' }, { id: 'b' }] }],
    ['a number', 'count', {}, { value: 3 }],
    ['a number, with null for the account', 'count', { account: null }, { value: 3 }],
  ])('calls a function that gives %s', async (_what, name, args, expected) => {
    const called = await client.callTool({ name: `parcel_post_${name}`, arguments: args });
    expect(called.structuredContent).toEqual(expected);
    expect(called.content).toEqual([{ type: 'text', text: JSON.stringify(expected) }]);
    expect(called.isError).toBeFalsy();
  });

  test.each([
    ['not_found', 'get_parcel', { id: 'none' }],
    ['invalid_argument', 'get_parcel', { idd: '7' }],
    ['approval_required', 'send_parcel', { content: 1 }],
    ['limit_exceeded', 'get_parcel', { id: 'big' }],
  ])('answers a failed call with %s', async (code, name, args) => {
    const called = await client.callTool({ name: `parcel_post_${name}`, arguments: args });
    expect(called).toMatchObject({ isError: true, structuredContent: { code } });
    const [block] = called.content as unknown as [{ text: string }];
    expect(JSON.parse(block.text)).toEqual(called.structuredContent);
  });

  test('answers an unknown tool with the nearest names', async () => {
    await expect(client.callTool({ name: 'parcel_post_cuont', arguments: {} })).rejects.toThrow(
      'unknown tool "parcel_post_cuont"; did you mean "parcel_post_count"',
    );
  });

  test('cuts the name of a tool that is too long to be repeated', async () => {
    const called = client.callTool({ name: 'x'.repeat(1_000_000), arguments: {} });
    await expect(called).rejects.toMatchObject({
      code: -32_602,
      message: expect.stringMatching(/^.{0,40}unknown tool "x{64}…"$/) as string,
    });
  });

  test('a cancelled call ends its request, and the server lives on', async () => {
    const controller = new AbortController();
    const slow = { name: 'parcel_post_get_parcel', arguments: { id: 'slow' } };
    const call = client.callTool(slow, { signal: controller.signal });
    call.catch(() => {});
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.open()).toBe(1);
    controller.abort();
    await expect(call).rejects.toThrow(/abort/i);
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await client.callTool({ name: 'parcel_post_count' })).structuredContent).toEqual({ value: 3 });
  });
});

test('writes with --yes', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [...serve, '--yes'], env }),
  );
  const called = await client.callTool({ name: 'parcel_post_send_parcel', arguments: { content: 'x' } });
  expect(called.structuredContent).toEqual({ sent: 'x' });
  await client.close();
});

test('lists tools without credentials', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const bare = { KOSMO_INTEGRATIONS_PATH: installed.folder };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: serve, env: bare }));
  expect((await client.listTools()).tools).toHaveLength(4);
  await client.close();
});

test('ends when standard input does, having written the protocol only', async () => {
  const child = spawn(process.execPath, serve, { env });
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  };
  child.stdin.write(`${JSON.stringify(initialize)}\n`);
  child.stdout.once('data', () => child.stdin.end());
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual([1]);
});

test('refuses an integration that is not installed', async () => {
  const child = spawn(process.execPath, [bin, 'mcp', 'serve', '--integration', 'parcel-pots'], { env });
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toBe('error: no integration "parcel-pots" is installed; did you mean "parcel-post"?\n');
});
