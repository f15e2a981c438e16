import { expect, test } from 'vitest';
import { operation } from '@kosmokrator/testing/operation';
import { serveProxy } from '@kosmokrator/testing/servers/connect-proxy';
import { serve } from '@kosmokrator/testing/servers/serve';
import type { Catalog } from './catalog/catalog.js';
import { createHost } from './host.js';

const catalog = {
  namedBy: () => [],
  functionNames: [],
  find: () => ({
    integration: { manifest: { name: 'test-vendor' } },
    function: { name: 'get_thing' },
  }),
  operation: async () => operation(),
} as unknown as Catalog;

test('a host sends over undici, which holds the account to its addresses', async () => {
  let agent: string | undefined;
  let requests = 0;
  const { origin } = await serve((request, response) => {
    requests += 1;
    agent = request.headers['user-agent'];
    response.end('{}');
  });
  const env = { VENDOR_URL: 'https://a.vendor.example', VENDOR_TOKEN: 'canary-token' };
  const local = { KOSMO_TEST_VENDOR_API_BASE_URL: origin, KOSMO_ALLOW_LOOPBACK_HTTP: '1' };
  const host = createHost({ catalog, env: { ...env, ...local } });
  expect(await host.call('test_vendor_get_thing', {})).toEqual({});
  expect(agent).toBe('kosmokrator');

  const secure = { KOSMO_TEST_VENDOR_API_BASE_URL: origin.replace('http:', 'https:') };
  const strict = createHost({ catalog, env: { ...env, ...secure } });
  await expect(strict.call('test_vendor_get_thing', {})).rejects.toMatchObject({
    code: 'network_error',
    outcome: 'not_sent',
    retryable: false,
    message: expect.stringContaining('its address is loopback'),
  });
  expect(requests).toBe(1);
});

test('a host goes through the proxies of its environment', async () => {
  const proxy = await serveProxy({ answer: 'HTTP/1.1 403 Forbidden\r\n\r\n' });
  const env = { VENDOR_URL: 'https://a.vendor.example', VENDOR_TOKEN: 'canary-token' };
  const host = createHost({ catalog, env: { ...env, HTTPS_PROXY: proxy.address } });
  await expect(host.call('test_vendor_get_thing', {})).rejects.toMatchObject({
    code: 'network_error',
    outcome: 'not_sent',
    message: expect.stringContaining('the proxy answered 403'),
  });
  expect(proxy.asked).toEqual(['a.vendor.example:443']);
  const wrong = createHost({ catalog, env: { ...env, HTTPS_PROXY: 'socks5://secret@a.example' } });
  await expect(wrong.call('test_vendor_get_thing', {})).rejects.toMatchObject({
    code: 'network_error',
    message: expect.stringContaining('HTTPS_PROXY is not the address of an HTTP proxy'),
  });
});

test("an account's own transport comes first", async () => {
  const transport = { send: async () => ({ status: 200, headers: {}, body: Buffer.from('"own"') }) };
  const credentials = { url: 'https://a.vendor.example', token: 'canary-token' };
  const host = createHost({ catalog, accounts: () => ({ credentials, transport }) });
  expect(await host.call('test_vendor_get_thing', {})).toBe('own');
});
