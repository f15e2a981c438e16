import type { Manifest } from '../../catalog/manifest.js';
import { expect, test } from 'vitest';
import type { IntegrationReference } from './integration-reference.js';
import { parseReference } from './parse-reference.js';

const manifest = { name: 'acme-notes', namespace: 'acme_notes', functions: [] } as unknown as Manifest;
const integration = { manifest, folder: '/packages/acme-notes' };

const whole: IntegrationReference = {
  kosmokrator: 1,
  name: 'acme-notes',
  title: 'Acme Notes',
  auth: 'no auth',
  sdk: 'AcmeNotes',
  functions: [
    {
      name: 'get_note',
      sdk: 'getNote',
      description: 'Read a note.',
      params: [{ name: 'id', type: 'string', required: true, description: 'Id of the note.' }],
      returns: 'String.',
      fields: [],
      examples: [{ title: 'One', lua: 'print(1)' }],
    },
  ],
};

const withFunction = (change: object) => ({
  ...whole,
  functions: [whole.functions[0], { ...whole.functions[0], ...change }],
});

test('a reference is read, with members that this version does not know', () => {
  const later = { ...whole, since: '2.0', functions: [{ ...whole.functions[0]!, since: '2.0' }] };
  expect(parseReference(JSON.stringify(later), integration)).toEqual(later);
});

test.each([
  ['half of it', JSON.stringify(whole).slice(0, 40), /has a reference\.json that is not JSON: .+\. Build/],
  ['an empty file', '', /is not JSON/],
  ['null', 'null', /has a version that this host cannot read; it reads version 1/],
  ['a list', '[]', /has a version/],
  ['a later version', JSON.stringify({ ...whole, kosmokrator: 2 }), /has a version/],
  ['no title', JSON.stringify({ ...whole, title: undefined }), /is wrong at title\./],
  ['a script that is none', JSON.stringify({ ...whole, accounts: 1 }), /is wrong at accounts\./],
  ['no functions', JSON.stringify({ ...whole, functions: {} }), /is wrong at functions\./],
  ['null for a function', JSON.stringify({ ...whole, functions: [null] }), /is wrong at functions\[0\]\./],
  [
    'a text for params',
    JSON.stringify(withFunction({ params: 'id' })),
    /is wrong at functions\[1\]\.params\./,
  ],
  [
    'a param that is neither required nor not',
    JSON.stringify(withFunction({ params: [{ ...whole.functions[0]!.params[0], required: 'yes' }] })),
    /is wrong at functions\[1\]\.params\[0\]\.required\./,
  ],
  [
    'a number for words of Lua',
    JSON.stringify(withFunction({ fields: [{ path: '`a`', type: 'string', lua_type: 1, description: '' }] })),
    /is wrong at functions\[1\]\.fields\[0\]\.lua_type\./,
  ],
  [
    'null for an example',
    JSON.stringify(withFunction({ examples: [null] })),
    /is wrong at functions\[1\]\.examples\[0\]\./,
  ],
])('%s: an error that names the package and what is wrong', (_, text, message) => {
  const read = () => parseReference(text, integration);
  expect(read).toThrow(message);
  expect(read).toThrow(
    expect.objectContaining({
      name: 'KosmoError',
      code: 'broken_integration',
      integration: 'acme-notes',
    }) as Error,
  );
  expect(read).toThrow(/^the package of acme-notes in \/packages\/acme-notes has .*Build or reinstall it\.$/);
});
