import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractIsPresent, loadReplyChecks } from '../../testing/openapi-extract.js';
import { restCall } from '../../testing/rest-call.js';
import type { Emulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';

const databases = '/organizations/{organization}/databases';
const branches = `${databases}/{database}/branches`;

const calls = [
  { operation: 'get /organizations 200', path: '/organizations' },
  { operation: `get ${databases} 200`, path: '/organizations/my-org/databases' },
  { operation: `get ${databases}/{database} 200`, path: '/organizations/my-org/databases/my-database' },
  { operation: `get ${branches} 200`, path: '/organizations/my-org/databases/my-database/branches' },
  {
    operation: `get ${branches}/{branch} 200`,
    path: '/organizations/my-org/databases/my-database/branches/main',
  },
  {
    operation: `post ${databases} 201`,
    path: '/organizations/my-org/databases',
    body: { name: 'orders', region: 'eu-west', cluster_size: 'PS_10', kind: 'postgresql' },
  },
  { operation: 'get /user 200', path: '/user' },
];

const note = extractIsPresent
  ? ''
  : ' (skipped: ../shared/openapi/planetscale-7ops.openapi.yaml is not there)';

describe.skipIf(!extractIsPresent)(`replies against the vendor's OpenAPI document${note}`, () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ redis: 'memory' });
  });
  afterAll(() => emulator.close());

  const send = (path: string, body?: unknown) =>
    restCall(emulator.env['KOSMO_PLANETSCALE_API_BASE_URL'] ?? '', {
      path,
      token: emulator.tokens.planetscaleAccess,
      ...(body === undefined ? {} : { body }),
    });

  test.each(calls)('$operation', async ({ operation, path, body }) => {
    const check = loadReplyChecks().get(operation);
    const { status, json } = await send(path, body);
    expect(String(status)).toBe(operation.split(' ').at(-1));
    check?.(json);
    expect(check?.errors ?? (check === undefined ? 'no such operation' : null)).toBeNull();
  });

  test('every operation of the document is covered', () => {
    expect([...loadReplyChecks().keys()].toSorted()).toEqual(
      calls.map(({ operation }) => operation).toSorted(),
    );
  });

  test('the check finds a missing, a wrong and an unknown field', async () => {
    const check = loadReplyChecks().get(`get ${databases}/{database} 200`);
    const { json } = await send('/organizations/my-org/databases/my-database');
    const good = json as Record<string, unknown>;
    const { name: _, ...missing } = good;
    for (const bad of [
      missing,
      { ...good, ready: 'yes' },
      { ...good, surprise: 1 },
      { ...good, plan: null },
    ]) {
      expect(check?.(bad)).toBe(false);
    }
    expect(check?.({ ...good, issues_count: null })).toBe(true);
  });
});
