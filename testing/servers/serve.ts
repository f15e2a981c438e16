import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Account } from '@kosmokrator/runtime';
import { account } from '../operations-of.js';

/** A server on loopback for one test; returns an account that calls it. */
export async function serve(listener: RequestListener): Promise<Account & { readonly origin: string }> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { ...account, baseUrls: { api: origin }, allowLoopbackHttp: true, origin };
}
