import { expect, onTestFinished, test, vi } from 'vitest';
import { fetchTransport } from '../index.js';

const request = { method: 'POST', url: 'https://a.vendor.example/', headers: {}, maxBytes: 9, onAbort() {} };

// Browsers and Deno give their errors no code, so that nobody knows whether the request has arrived.
test.each([
  [new TypeError('Failed to fetch'), 'connection lost', false],
  [{ cause: { code: 'ECONNRESET', syscall: 'read' } }, 'connection lost', false],
  [{ cause: { code: 'HPE_INVALID_CONSTANT' } }, 'connection lost', false],
  [{ cause: { code: 'ECONNREFUSED', syscall: 'connect' } }, 'no connection', true],
  [{ cause: { code: 'CERT_HAS_EXPIRED' } }, 'CERT_HAS_EXPIRED', true],
])('%j says whether the request may have arrived', async (error, message, notSent) => {
  vi.stubGlobal('fetch', () => Promise.reject(error));
  onTestFinished(() => void vi.unstubAllGlobals());
  await expect(fetchTransport.send(request)).rejects.toMatchObject({ message, notSent });
});
