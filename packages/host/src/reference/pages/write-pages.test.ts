import type { Manifest, ManifestFunction } from '../../catalog/manifest.js';
import { expect, test } from 'vitest';
import type { FunctionReference, IntegrationReference } from './integration-reference.js';
import { functionPage, namespacePage } from './write-pages.js';

const fn = {
  name: 'get_note',
  title: 'Get note',
  operation: 'read',
  destructive: false,
  paged: true,
} as ManifestFunction;
const manifest = {
  name: 'acme-notes',
  namespace: 'acme_notes',
  title: 'Acme',
  description: 'Notes.',
  credentials: [],
  functions: [fn, { ...fn, name: 'set_note', title: 'Set note', operation: 'write' }],
} as unknown as Manifest;
const integration = { manifest, folder: '/packages/acme-notes' };

const documented: FunctionReference = {
  name: 'get_note',
  sdk: 'getNote',
  description: 'Read a note. It is plain text.',
  params: [
    { name: 'id', type: 'string or null', lua_type: 'string or nil', required: true, description: 'Its id.' },
    { name: 'raw', type: 'boolean', required: false, description: 'As it is.' },
  ],
  returns: 'List or null. Each has these fields:',
  lua_returns: 'List or nil. Each has these fields:',
  fields: [{ path: '`text`', type: 'string', description: '' }],
  examples: [{ title: 'One', lua: 'print("```")' }],
};

function referenceOf(...functions: FunctionReference[]): IntegrationReference {
  return { kosmokrator: 1, name: 'acme-notes', title: 'Acme', auth: 'no auth', sdk: 'AcmeNotes', functions };
}

test('the page of a function has its call and its parts, in the words of Lua', () => {
  expect(functionPage({ integration, function: fn }, referenceOf(documented))).toBe(`\
# integrations.acme_notes.get_note: Get note

\`app.integrations.acme_notes.get_note{ id, raw? }\` (read)
\`for item in app.integrations.acme_notes.get_note.each{ … } do\` loops over the items of all pages.

Read a note. It is plain text.

### Parameters

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| \`id\` | string or nil | yes | Its id. |
| \`raw\` | boolean | no | As it is. |

### Returns

List or nil. Each has these fields:

| Field | Type | Description |
| --- | --- | --- |
| \`text\` | string |  |

### Examples

One:

\`\`\`\`lua
print("\`\`\`")
\`\`\`\`
`);
});

test('what a function has none of is not shown, or shown as none', () => {
  const { returns: _, lua_returns: __, ...rest } = documented;
  const bare = { ...rest, params: [], fields: [], examples: [] };
  expect(functionPage({ integration, function: fn }, referenceOf(bare))).toMatch(
    /### Parameters\n\nNone\.\n\n### Returns\n\n### Examples\n\nNone\.\n$/,
  );
});

test('a script holds no comment of HTML, and ends where it ends', () => {
  const examples = [{ title: 'One', lua: 'print("<!-- x")\r\nprint(2)\n\n' }];
  expect(functionPage({ integration, function: fn }, referenceOf({ ...documented, examples }))).toContain(
    '```lua\nprint("\\u003c!-- x")\nprint(2)\n```\n',
  );
});

test('the page of an integration is the whole reference, or a list where that is too long', () => {
  const whole = namespacePage(integration, { ...referenceOf(documented), accounts: 'print(1)' });
  expect(whole).toMatch(
    /^# Acme — Lua API Reference\n\n## get_note\n\nRead a note\..*\n[^]*\n---\n\n## Multi-Account Usage\n/,
  );
  expect(whole).toMatch(/turns it into one line\.\n\n```lua\nprint\(1\)\n```\n$/);
  const long = namespacePage(
    integration,
    referenceOf({ ...documented, returns: 'x'.repeat(24_000), lua_returns: undefined as never }),
  );
  expect(long).toContain('\n2 functions · 1 read · 1 write · no auth\n');
  expect(long).toContain('\n- `get_note{ id, raw? }` (read, paged): Read a note.\n');
  // The reference says nothing of it.
  expect(long).toContain('\n- `set_note` (write, paged): Set note.\n');
});

test('a function that the reference does not describe is an error', () => {
  expect(() =>
    functionPage({ integration, function: manifest.functions[1]! }, referenceOf(documented)),
  ).toThrow(
    'the package of acme-notes in /packages/acme-notes has a reference.json that does not describe set_note. Build',
  );
});
