import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../testing/backends.js';
import { restCall } from '../testing/rest-call.js';
import type { EmulatedDatabase, Emulator } from './emulator.js';
import { startEmulator } from './start-emulator.js';

describe.each(backends)('an emulator on $title', ({ redis, skipped }) => {
  describe.skipIf(skipped)('as a whole', () => {
    let emulator: Emulator;
    let database: EmulatedDatabase;
    beforeAll(async () => {
      emulator = await startEmulator({ redis });
      [database] = emulator.databases as [EmulatedDatabase];
    });
    afterAll(() => emulator.close());

    const secrets = () =>
      [
        ...['UPSTASH_REDIS_REST_TOKEN', 'UPSTASH_API_KEY', 'PLANETSCALE_SERVICE_TOKEN'].map(
          (name) => emulator.env[name],
        ),
        ...Object.values(emulator.tokens),
        ...emulator.databases.flatMap(({ token, readOnlyToken }) => [token, readOnlyToken]),
      ].filter((secret) => secret !== undefined);

    test('names what a host needs', () => {
      expect(Object.keys(emulator.env).toSorted()).toEqual([
        'KOSMO_ALLOW_LOOPBACK_HTTP',
        'KOSMO_PLANETSCALE_API_BASE_URL',
        'KOSMO_UPSTASH_PLATFORM_BASE_URL',
        'KOSMO_UPSTASH_REDIS_START_START_BASE_URL',
        'PLANETSCALE_SERVICE_TOKEN',
        'PLANETSCALE_SERVICE_TOKEN_ID',
        'UPSTASH_API_KEY',
        'UPSTASH_EMAIL',
        'UPSTASH_REDIS_REST_TOKEN',
        'UPSTASH_REDIS_REST_URL',
      ]);
      expect(emulator.env['KOSMO_UPSTASH_PLATFORM_BASE_URL']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/);
      const startUrl = `${emulator.env['KOSMO_UPSTASH_REDIS_START_START_BASE_URL']}/start-redis`;
      expect(startUrl).toBe(emulator.startRedis.url);
      expect(emulator.env['KOSMO_PLANETSCALE_API_BASE_URL']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
      for (const secret of secrets()) expect(secret).toMatch(/^[\x21-\x7e]{20,}$/);
    });

    test('describes endpoints that exist, without a secret', async () => {
      const described = JSON.stringify(emulator.endpoints);
      for (const secret of secrets()) expect(described).not.toContain(secret);
      for (const { url, method = 'GET', auth } of emulator.endpoints) {
        const { status } = await restCall(url, { path: '', method });
        const missing = url.includes('{id}') ? 404 : 200;
        expect([method, url, status]).toEqual([method, url, auth === 'none' ? missing : 401]);
      }
    });

    test('logs requests in order, without query, values or secrets', async () => {
      await emulator.reset();
      await restCall(database.url, { token: database.token, body: ['SET', 'private-key', 'private-value'] });
      await restCall(database.url, { path: `/set/private-key/private-value?_token=${database.token}` });
      await restCall(emulator.env['KOSMO_PLANETSCALE_API_BASE_URL'] ?? '', { path: '/organizations?page=1' });
      expect(emulator.requests).toEqual([
        { service: 'upstash-redis/cache', method: 'POST', path: '/' },
        { service: 'upstash-redis/cache', method: 'GET', path: '/set' },
        { service: 'planetscale', method: 'GET', path: '/v1/organizations' },
      ]);
      await emulator.reset();
      expect(emulator.requests).toEqual([]);
    });

    test('forgets everything on reset', async () => {
      for (const { url, token } of emulator.databases)
        await restCall(url, { token, body: ['SET', 'k', 'v'] });
      await emulator.reset();
      for (const { url, token } of emulator.databases) {
        expect((await restCall(url, { token, body: ['DBSIZE'] })).json).toEqual({ result: 0 });
      }
    });

    test('listens on loopback only', async () => {
      const outside = Object.values(networkInterfaces())
        .flat()
        .filter((address) => address !== undefined && !address.internal && address.family === 'IPv4');
      for (const address of outside) {
        const socket = connect(Number(new URL(database.url).port), address?.address ?? '');
        const refused = await new Promise<boolean>((resolve) => {
          socket.once('connect', () => resolve(false));
          socket.once('error', () => resolve(true));
        });
        socket.destroy();
        expect(refused).toBe(true);
      }
    });

    test('has secrets of its own, and closes while requests run', async () => {
      const other = await startEmulator({ redis });
      expect(other.databases[0]?.token).not.toBe(database.token);
      const url = other.databases[0]?.url ?? '';
      const call = () =>
        restCall(url, { token: other.databases[0]?.token, body: ['INCR', 'n'] }).catch(() => undefined);
      const running = Array.from({ length: 20 }, call);
      await Promise.all([other.close(), other.close()]);
      await Promise.all(running);
      await other.close();
      await expect(fetch(url)).rejects.toThrow('fetch failed');
      expect((await restCall(database.url, { token: database.token, body: ['PING'] })).status).toBe(200);
    });
  });
});
