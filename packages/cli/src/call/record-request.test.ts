import { createRedactor } from '@kosmokrator/host';
import { expect, test } from 'vitest';
import { maskRequest, recordRequest } from './record-request.js';

const onAbort = () => {};

test('the first request is kept, and none is sent', async () => {
  const { transport, request } = recordRequest();
  for (const method of ['GET', 'POST'])
    await expect(
      transport.send({ method, url: 'https://a.test/', headers: {}, onAbort, maxBytes: 1 }),
    ).rejects.toMatchObject({ notSent: true, permanent: true });
  expect(request()).toEqual({ method: 'GET', url: 'https://a.test/', headers: {}, body: null });
});

test('secrets are masked wherever they stand', () => {
  const headers = {
    accept: 'application/json',
    authorization: 'Bearer abc',
    'x-api-key': 'k1',
    'x-other': 'very-secret',
    'idempotency-key': 'once',
  };
  const request = { method: 'GET', url: 'https://a.test/?t=very-secret', headers, body: '"very-secret"' };
  expect(maskRequest(request, createRedactor(['very-secret']))).toEqual({
    method: 'GET',
    url: 'https://a.test/?t=[redacted]',
    headers: {
      accept: 'application/json',
      authorization: 'Bearer [redacted]',
      'x-api-key': '[redacted]',
      'x-other': '[redacted]',
      'idempotency-key': 'once',
    },
    body: '"[redacted]"',
  });
});
