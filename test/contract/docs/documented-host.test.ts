/** What a test gives to one integration reaches no other, though their credentials and variables are called the same. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadCatalog } from '@kosmokrator/host';
import { installSpecs } from '@kosmokrator/testing/install/install-specs';
import { expect, onTestFinished, test } from 'vitest';
import { openDocumentedHost } from './documented-host.js';

const integration = (name: string) => ({
  name,
  title: name,
  description: 'A service for a test.',
  category: 'test',
  vendor_docs: 'https://vendor.example',
  credentials: { token: { type: 'secret', env: 'VENDOR_TOKEN', description: 'Token of the account.' } },
  apis: { main: { base_url: 'https://api.vendor.example', auth: [{ bearer: '{token}' }] } },
});

const getThing = {
  title: 'Get thing',
  description: 'Returns the thing.',
  operation: 'read',
  request: { method: 'GET', path: '/thing' },
  params: {},
  returns: { type: 'object', properties: { id: { type: 'string', description: 'Id.' } } },
  examples: [
    { title: 'Get thing', args: {}, http: { status: 200, body: { id: 'a1' } }, result: { id: 'a1' } },
  ],
};

function writeSpecs(folder: string): void {
  for (const name of ['first', 'second']) {
    mkdirSync(join(folder, name, 'functions'), { recursive: true });
    writeFileSync(join(folder, name, 'integration.yaml'), JSON.stringify(integration(name)));
    writeFileSync(join(folder, name, 'functions/get_thing.yaml'), JSON.stringify(getThing));
  }
}

test('a credential is given to the integration that it is for', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"a1"}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const installed = await installSpecs(writeSpecs);
  onTestFinished(() => {
    server.close();
    installed.remove();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = {
    KOSMO_FIRST_MAIN_BASE_URL: url,
    KOSMO_SECOND_MAIN_BASE_URL: url,
    KOSMO_ALLOW_LOOPBACK_HTTP: '1',
  };
  const host = openDocumentedHost(loadCatalog({ folders: [installed.folder] }), {
    first: { ...at, VENDOR_TOKEN: 'of-the-first' },
    second: at,
  });
  expect(await host.call('first_get_thing', {})).toEqual({ id: 'a1' });
  await expect(host.call('second_get_thing', {})).rejects.toMatchObject({ code: 'missing_credentials' });
  await expect(host.call('second_get_thing', {}, { account: 'work' })).rejects.toMatchObject({
    code: 'missing_credentials',
  });
  expect(seen).toEqual(['Bearer of-the-first']);
});
