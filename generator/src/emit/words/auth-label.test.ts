import { expect, test } from 'vitest';
import { sampleModel } from '../../../fixtures/sample-model.js';
import type { ApiModel, AuthModel, CredentialModel } from '../../model/model.js';
import { authLabel } from './auth-label.js';

const credential = (type: CredentialModel['type'], name = 'key'): CredentialModel => ({
  name,
  words: [name],
  type,
  env: 'KEY',
  description: 'A key.',
  example: 'a',
});
const way = (kind: AuthModel['kind']): AuthModel => ({ kind, data: {}, credentials: [] });
const api = (auth: AuthModel[], baseUrl: ApiModel['baseUrl'] = 'https://api.example.com'): ApiModel => ({
  name: 'api',
  baseUrl,
  auth,
});
const inBase = { $text: ['https://', { $value: 'key' }, '.example.com'] };

test.each([
  ['an open API', [api([way('none')])], [], 'no auth'],
  ['a token in the path of a request', [api([way('none')])], [credential('string')], 'API key auth'],
  ['a secret in a base URL', [api([way('none')], inBase)], [credential('secret')], 'API key auth'],
  ['a name in a base URL', [api([way('none')], inBase)], [credential('string')], 'no auth'],
  ['the address of an open API', [api([way('none')], inBase)], [credential('url')], 'no auth'],
  ['a bearer token', [api([way('bearer')])], [credential('secret')], 'Bearer token auth'],
  ['a user name and a password', [api([way('basic')])], [credential('secret')], 'API key auth'],
  [
    'a bearer token for one API, and none for another',
    [api([way('bearer')]), api([way('none')])],
    [credential('secret')],
    'Bearer token auth',
  ],
])('%s', (_, apis, credentials, label) => {
  expect(authLabel({ ...sampleModel, functions: [], apis, credentials })).toBe(label);
});
