/** Lines that no client should send, to the built `kosmo mcp serve`. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { installParcel } from '@kosmokrator/testing/parcel/install-parcel';
import { type ParcelServer, startParcelServer } from '@kosmokrator/testing/parcel/parcel-server';

const bin = fileURLToPath(new URL('../../cli/dist/bin.js', import.meta.url));
const installed = installParcel();
let server: ParcelServer;

beforeAll(async () => void (server = await startParcelServer()));
afterAll(async () => {
  await server.close();
  installed.remove();
});

const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
};

/** A server that was sent `first`, and what it writes. */
function startServer(first: object = initialize) {
  const env = { KOSMO_HOME: installed.folder, KOSMO_INTEGRATIONS_PATH: installed.folder, ...server.env };
  const child = spawn(process.execPath, [bin, 'mcp', 'serve', '--integration', 'parcel-post'], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const replies: any[] = [];
  let told = () => {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    replies.push(JSON.parse(line));
    told();
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const send = (line: string | Uint8Array | object) => {
    const isRaw = typeof line === 'string' || line instanceof Uint8Array;
    child.stdin.write(isRaw ? line : JSON.stringify(line));
    child.stdin.write('\n');
  };
  /** The replies up to the one with this id. */
  const until = async (id: unknown) => {
    for (;;) {
      const at = replies.findIndex((reply) => reply.id === id);
      if (at !== -1) return replies.splice(0, at + 1);
      await new Promise<void>((resolve) => (told = resolve));
    }
  };
  send(first);
  return { child, send, until, stderr: () => stderr };
}

const errors = (replies: readonly any[]) =>
  replies.filter(({ error }) => error).map(({ id, error }) => [id, error.code]);

test('each is answered, and the server and the calls under way live on', async () => {
  const { child, send, until, stderr } = startServer();
  await until(0);
  send({
    jsonrpc: '2.0',
    id: 'slow',
    method: 'tools/call',
    params: { name: 'parcel_post_get_parcel', arguments: { id: 'slow' } },
  });
  send('{this is not json');
  send(Uint8Array.of(0x7b, 0xff));
  send('[]');
  send('');
  send({ id: 1, method: 'ping' });
  send({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: null });
  send({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: { arguments: {} } });
  send(`{"jsonrpc":"2.0","id":4,"method":"ping","params":{"x":"${'a'.repeat(11_000_000)}"}}`);
  send({ jsonrpc: '2.0', method: 'notifications/initialized', params: null });
  send(`\ufeff${JSON.stringify({ jsonrpc: '2.0', id: 'end', method: 'ping' })}\r`);
  const replies = await until('end');
  const sorted = (list: unknown[][]) => list.map((one) => one.join(' ')).toSorted();
  expect(sorted(errors(replies))).toEqual(
    sorted([
      [null, -32_700],
      [null, -32_700],
      [null, -32_600],
      [1, -32_600],
      [2, -32_600],
      [4, -32_600],
      [3, -32_602],
    ]),
  );
  send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'slow' } });
  send({
    jsonrpc: '2.0',
    id: 'count',
    method: 'tools/call',
    params: { name: 'parcel_post_count', arguments: '{}' },
  });
  expect((await until('count')).at(-1).result.structuredContent).toEqual({ value: 3 });
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
  expect(stderr()).toBe('mcp: ignored a notification: params must be an object, or be left out\n');
});

test('a version that is no text is the mistake of the client, in words', async () => {
  const { until } = startServer({ ...initialize, params: { ...initialize.params, protocolVersion: 7 } });
  const [reply] = await until(0);
  expect(reply.error).toEqual({
    code: -32_602,
    message: 'Invalid params: params.protocolVersion must be a string',
  });
});

test('calls wait while there are many under way; a ping does not', async () => {
  const { send, until } = startServer();
  await until(0);
  server.requests.splice(0);
  const ids = Array.from({ length: 200 }, (_, index) => index + 1);
  for (const id of ids)
    send({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name: 'parcel_post_get_parcel', arguments: { id: 'slow' } },
    });
  while (server.requests.length < 16) await new Promise((resolve) => setTimeout(resolve, 20));
  send({ jsonrpc: '2.0', id: 'end', method: 'ping' });
  await until('end');
  expect(server.requests).toHaveLength(16);
  for (const requestId of ids)
    send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId } });
  send({
    jsonrpc: '2.0',
    id: 'count',
    method: 'tools/call',
    params: { name: 'parcel_post_count', arguments: {} },
  });
  expect((await until('count')).at(-1).result.structuredContent).toEqual({ value: 3 });
});
