/** What authors of specs get wrong most often, and what they are told: one error that names the place and what to write. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readModels } from '../pipeline/read-models.js';

const integration = `name: jotter
title: Jotter
category: test
description: Keeps notes.
vendor_docs: https://docs.example.com
credentials:
  api_key: { type: secret, env: JOTTER_KEY, description: The key. }
apis:
  api: { base_url: https://api.example.com, auth: [{ bearer: "{api_key}" }] }
errors: { when: body.failed, message: body.error }
paginate: { style: cursor, param: cursor, next: body.next_cursor, items: body.notes }
types:
  Note:
    type: object
    description: A note.
    properties:
      id: { type: string, description: Id. }
`;
const list = `title: List notes
operation: read
description: List the notes.
request: { method: GET, path: /notes, query: { limit: "{limit}", cursor: "{cursor}" } }
params:
  limit: { type: integer, minimum: 1, description: Most notes. }
paginate: true
response:
  select: "{ notes: body.notes, next: body.next_cursor }"
returns:
  type: object
  properties:
    notes: { type: array, items: { $ref: "#/types/Note" }, description: The notes. }
    next: { type: [string, "null"], description: Next. }
examples:
  - title: All
    args: {}
    http: { status: 200, body: { notes: [{ id: n1 }], next_cursor: null, failed: false } }
    result: { notes: [{ id: n1 }], next: null }
  - title: Bad
    args: {}
    http: { status: 400, body: { error: bad } }
    error: { code: api_error }
`;
const add = `title: Add note
operation: write
description: Add a note.
request: { method: POST, path: /notes, body: { text: "{text}" } }
params:
  text: { type: string, required: true, description: Text. }
returns: { $ref: "#/types/Note" }
examples:
  - title: One
    args: { text: a }
    http: { status: 200, body: { id: n1 } }
    result: { id: n1 }
`;

const files = {
  'integration.yaml': integration,
  'functions/list_notes.yaml': list,
  'functions/add_note.yaml': add,
};
type Edit = readonly [file: keyof typeof files, from: string, to: string];

async function read(name: string, ...edits: readonly Edit[]) {
  const specsFolder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  onTestFinished(() => rmSync(specsFolder, { recursive: true }));
  mkdirSync(join(specsFolder, name, 'functions'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const changed = edits.reduce(
      (now, [file, from, to]) => (file === path ? now.replace(from, to) : now),
      text,
    );
    if (changed === text && edits.some(([file]) => file === path))
      throw new Error(`no edit applies to ${path}`);
    writeFileSync(join(specsFolder, name, path), changed);
  }
  const { diagnostics } = await readModels({ specsFolder });
  return diagnostics.map(({ code, line, message, help }) => ({ code, line, message, help }));
}

const [spec, lists, adds] = Object.keys(files) as [
  keyof typeof files,
  keyof typeof files,
  keyof typeof files,
];
const note = '{ $ref: "#/types/Note" }';

test('without a mistake nothing is said', async () => expect(await read('jotter')).toEqual([]));

test.each<[what: string, edit: Edit, code: string, line: number, message: string, help: string]>([
  [
    'a placeholder without quotes',
    [adds, '"{text}"', '{text}'],
    'TEMPLATE_SYNTAX',
    4,
    'without quotes as a mapping',
    'Quote it: "{text}".',
  ],
  [
    'one in a list of a body',
    [adds, '"{text}"', '[{text}]'],
    'TEMPLATE_SYNTAX',
    4,
    'without quotes as a mapping',
    'Quote it: "{text}".',
  ],
  [
    'one that is a credential',
    [spec, '"{api_key}"', '{api_key}'],
    'VALUE_TYPE',
    9,
    'must be text',
    'Quote it: "{api_key}".',
  ],
  [
    'a credential without braces',
    [spec, '"{api_key}"', 'api_key'],
    'CREDENTIAL_UNUSED',
    7,
    'nothing uses',
    'in braces: "{api_key}"',
  ],
  [
    'a secret in the spec',
    [spec, '"{api_key}"', 'sk-1234567890'],
    'CREDENTIAL_UNUSED',
    7,
    'nothing uses',
    'in braces: "{api_key}"',
  ],
  [
    'keys at different columns',
    [adds, '  text: { type', '   x: 1\n  text: { type'],
    'YAML_SYNTAX',
    7,
    'column 3',
    'same column',
  ],
  [
    'a line that is too deep',
    [spec, '    properties:', '      properties:'],
    'YAML_SYNTAX',
    16,
    'indented more',
    'the same column',
  ],
  ['a tab', [adds, '  text: { type', '\ttext: { type'], 'YAML_SYNTAX', 6, 'a tab', 'spaces'],
  [
    'a colon in a text',
    [adds, 'Add a note.', 'Add: a note.'],
    'YAML_SYNTAX',
    3,
    'contains `: `',
    'Quote the value.',
  ],
  [
    'a key without a colon',
    [adds, 'operation: write', 'operation write'],
    'YAML_SYNTAX',
    2,
    'without `:`',
    'key: value',
  ],
  ['an open quote', [adds, '"{text}"', '"{text}'], 'YAML_SYNTAX', 4, 'not closed', 'Close it'],
  ['an open brace', [adds, 'Text. }', 'Text.'], 'YAML_SYNTAX', 6, '`{` is not closed', 'Close it with `}`'],
  [
    'a reference without quotes',
    [adds, note, '{ $ref: #/types/Note }'],
    'YAML_SYNTAX',
    7,
    'begins a comment',
    'Quote',
  ],
  [
    'one on a line of its own',
    [adds, note, '\n  $ref: #/types/Note'],
    'VALUE_TYPE',
    8,
    'not empty',
    'begins a comment',
  ],
  ['allOf', [adds, note, `{ allOf: [${note}] }`], 'KEY_UNKNOWN', 7, '`allOf`', 'Write all properties in one'],
  ['min', [lists, 'minimum: 1', 'min: 1'], 'KEY_UNKNOWN', 6, '`min`', 'Did you mean `minimum`?'],
  ['max', [lists, 'minimum: 1', 'max: 1'], 'KEY_UNKNOWN', 6, '`max`', 'Did you mean `maximum`?'],
  [
    'nullable',
    [lists, 'minimum: 1', 'nullable: true'],
    'KEY_UNKNOWN',
    6,
    '`nullable`',
    'type: [string, "null"]',
  ],
  [
    'null in an expression',
    [lists, 'body.next_cursor }', 'body.next_cursor || null }'],
    'EXPRESSION_NAME_UNKNOWN',
    9,
    '`null`',
    'backticks: `null`',
  ],
  [
    'true in an expression',
    [spec, 'body.failed', 'body.failed == true'],
    'EXPRESSION_NAME_UNKNOWN',
    10,
    '`true`',
    'backticks: `true`',
  ],
  [
    'a number in an expression',
    [spec, 'body.failed', 'status == 403'],
    'EXPRESSION_SYNTAX',
    10,
    'the number 403',
    'backticks: `403`',
  ],
  [
    'text in double quotes',
    [spec, 'body.failed', '\'body.failed == "x"\''],
    'EXPRESSION_NAME_UNKNOWN',
    10,
    '`x`',
    "single quotes: 'x'",
  ],
  [
    'a text that is too long',
    [adds, 'Add note', 'x'.repeat(70)],
    'VALUE_INVALID',
    1,
    'more than 60',
    'at most 60 characters',
  ],
  [
    'a number that is too large',
    [lists, 'returns:', 'returns:\n  minLength: -1'],
    'VALUE_INVALID',
    11,
    'at least 0',
    'a larger number',
  ],
  [
    'a path without its slash',
    [adds, 'path: /notes', 'path: notes'],
    'VALUE_INVALID',
    4,
    'begin with `/`',
    'Write `/notes`.',
  ],
  [
    'an empty mapping',
    [adds, 'examples:', 'errors: {}\nexamples:'],
    'VALUE_INVALID',
    8,
    '`errors`',
    'remove the key',
  ],
  [
    'a list for a mapping',
    [adds, '  text: { type: string, required: true, description: Text. }', '  - text'],
    'VALUE_TYPE',
    6,
    'not a list',
    'without `- `',
  ],
  [
    'a mapping for a list',
    [adds, '  - title', '    title'],
    'VALUE_TYPE',
    9,
    'not a mapping',
    'Begin each item with `- `',
  ],
  [
    'text for true',
    [adds, 'required: true', 'required: "yes"'],
    'VALUE_TYPE',
    6,
    'not text',
    'true or false',
  ],
  [
    'text that is JSON in an example',
    [adds, `returns: ${note}`, 'response: { format: text }\nreturns: { type: object }'],
    'EXAMPLE_RESULT',
    12,
    'the function reads the body as text',
    'remove `format`',
  ],
  [
    'a param with a colon',
    [adds, 'path: /notes', 'path: "/notes/:text"'],
    'PATH_INVALID',
    4,
    '`:text`',
    'Write `{text}`.',
  ],
  [
    'a colon in a text between braces',
    [adds, 'description: Text.', 'description: Text: any.'],
    'YAML_SYNTAX',
    6,
    'contains `: `',
    'Quote the value.',
  ],
  ['`min` of a text', [adds, 'required: true', 'min: 1'], 'KEY_UNKNOWN', 6, '`min`', '`minLength`'],
  ['`max` of a number', [lists, 'minimum: 1', 'max: 1'], 'KEY_UNKNOWN', 6, '`max`', '`maximum`'],
  [
    'a title of a param',
    [adds, 'required: true', 'title: Text'],
    'KEY_UNKNOWN',
    6,
    '`title`',
    'does not have',
  ],
  [
    'an example of a param',
    [adds, 'required: true', 'example: a'],
    'KEY_UNKNOWN',
    6,
    '`example`',
    '`examples`',
  ],
  [
    'an example without arguments',
    [adds, '    args: { text: a }\n', ''],
    'KEY_MISSING',
    9,
    'the example has no `args`',
    'Add `args`',
  ],
  [
    'a whole address as the path',
    [adds, 'path: /notes', 'path: https://api.example.com/notes'],
    'VALUE_INVALID',
    4,
    'must begin with `/`',
    'Write `/notes`. The rest is',
  ],
  [
    'a param in angle brackets',
    [adds, 'path: /notes', 'path: /notes/<text>'],
    'PATH_INVALID',
    4,
    '`<text>`',
    'Write `{text}`.',
  ],
  [
    'a param with a dollar',
    [adds, 'path: /notes', 'path: "/notes/${text}"'],
    'PATH_INVALID',
    4,
    'whose `$` is sent',
    'Write `{text}`.',
  ],
  [
    'a param in two braces',
    [adds, 'path: /notes', 'path: "/notes/{{text}}"'],
    'PATH_INVALID',
    4,
    'sent as `{text}`',
    'Write `{text}`.',
  ],
  [
    'a param in other letters',
    [adds, 'path: /notes', 'path: "/notes/{Text}"'],
    'TEMPLATE_SYNTAX',
    4,
    '`{Text}`',
    'Write `{text}`, or `{{Text}}`',
  ],
  [
    'a credential with a dollar',
    [spec, '"{api_key}"', '"${api_key}"'],
    'TEMPLATE_SYNTAX',
    9,
    'the `$` of',
    'Write `{api_key}`.',
  ],
  [
    'a category of two words',
    [spec, 'category: test', 'category: My Tests'],
    'VALUE_INVALID',
    3,
    'one word',
    '`my-tests`',
  ],
  [
    'an index after a dot',
    [lists, 'next: body.next_cursor', 'next: body.notes.0.id'],
    'EXPRESSION_SYNTAX',
    9,
    'after the dot',
    '`[0]`',
  ],
  [
    '`and`',
    [spec, 'when: body.failed', 'when: body.failed and body.error'],
    'EXPRESSION_SYNTAX',
    10,
    "'and'",
    '`&&`',
  ],
  [
    'a choice with ?',
    [lists, 'next: body.next_cursor', "next: body.notes ? body.next_cursor : ''"],
    'EXPRESSION_SYNTAX',
    9,
    "'?'",
    'test && a || b',
  ],
  [
    'text joined with +',
    [lists, 'next: body.next_cursor', "next: body.next_cursor + 'x'"],
    'EXPRESSION_SYNTAX',
    9,
    "'+'",
    'join(',
  ],
  [
    'a root with $',
    [lists, 'next: body.next_cursor', 'next: $.next_cursor'],
    'EXPRESSION_SYNTAX',
    9,
    "'$'",
    'Begin with a name: ',
  ],
  [
    'a misspelt next',
    [spec, 'body.next_cursor', 'body.next_cursr'],
    'EXPRESSION_MEMBER_UNKNOWN',
    11,
    '`next_cursr`',
    '`next_cursor`',
  ],
  ['misspelt items', [spec, 'body.notes', 'body.nots'], 'EXPRESSION_MEMBER_UNKNOWN', 11, '`nots`', '`notes`'],
  [
    'a misspelt when',
    [spec, 'body.failed', 'body.faild'],
    'EXPRESSION_MEMBER_UNKNOWN',
    10,
    '`faild`',
    '`failed`',
  ],
  [
    'a misspelt message',
    [spec, 'body.error', 'body.eror'],
    'EXPRESSION_MEMBER_UNKNOWN',
    10,
    '`eror`',
    '`error`',
  ],
  [
    'a misspelt member of select',
    [lists, 'next: body.next_cursor', 'next: body.nxt_cursor'],
    'EXPRESSION_MEMBER_UNKNOWN',
    9,
    '`nxt_cursor`',
    '`next_cursor`',
  ],
  [
    'a member that no reply has',
    [lists, 'next: body.next_cursor', 'next: body.beyond'],
    'EXPRESSION_MEMBER_UNKNOWN',
    9,
    '`beyond`',
    'whose reply contains it',
  ],
])('%s', async (_, edit, code, line, message, help) => {
  const found = await read('jotter', edit);
  expect(found.filter((one) => one.code !== 'SELECT_MISMATCH')).toEqual([
    { code, line, message: expect.stringContaining(message), help: expect.stringContaining(help) },
  ]);
});

test.each([
  [
    'messages of errors that no example shows',
    [spec, 'body.error }', '"body.errors[0].detail || body.message" }'],
  ],
  [
    'the spelling of the API for what the last page leaves out',
    [lists, 'next: body.next_cursor', 'next: body.Next'],
  ],
] as const)('%s', async (_, edit) => expect(await read('jotter', edit)).toEqual([]));

test('more values than a program can hold are refused, not followed', async () => {
  const values = Array.from({ length: 200_000 }, (_, index) => `v${index}`).join(',');
  const found = await read('jotter', [adds, 'required: true', `required: true, enum: [${values}]`]);
  expect(found).toMatchObject([
    { code: 'VALUE_INVALID', message: expect.stringContaining('more than 100000 items') },
  ]);
});

test.each([
  [52, []],
  [53, ['NAME_TOO_LONG']],
])('a full name of %i characters', async (length, codes) => {
  const name = `n${'o'.repeat(length - 'jotter_'.length - 1)}`;
  const specsFolder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  onTestFinished(() => rmSync(specsFolder, { recursive: true }));
  mkdirSync(join(specsFolder, 'jotter/functions'), { recursive: true });
  writeFileSync(join(specsFolder, 'jotter/integration.yaml'), integration);
  writeFileSync(join(specsFolder, 'jotter/functions/list_notes.yaml'), list);
  writeFileSync(join(specsFolder, `jotter/functions/${name}.yaml`), add);
  const { diagnostics } = await readModels({ specsFolder });
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['in a type', [spec, '      id: {', '      titel: { type: string, description: Title. }\n      id: {'], 17],
  [
    'in returns',
    [adds, note, '{ type: object, properties: { titel: { type: string, description: Title. } } }'],
    7,
  ],
] as const)('a misspelt property of a result, %s', async (_, edit, line) => {
  const shown = [
    adds,
    '{ id: n1 } }\n    result: { id: n1 }',
    '{ title: A } }\n    result: { title: A }',
  ] as const;
  const message = 'no example has `titel`, but one has `title`, which no schema describes';
  expect(await read('jotter', edit, shown)).toEqual([
    { code: 'EXAMPLE_RETURNS', line, message, help: 'Did you mean `title`?' },
  ]);
});

test('a result of another type is told in words', async () => {
  const shown = [adds, '{ id: n1 } }\n    result: { id: n1 }', '{ id: 5 } }\n    result: { id: 5 }'] as const;
  const [found] = await read('jotter', shown);
  expect(found).toMatchObject({ code: 'EXAMPLE_RETURNS', message: '`id` must be text, not a number' });
});

test('a misspelt `request` is one mistake', async () => {
  expect(await read('jotter', [adds, 'request:', 'reqeust:'])).toEqual([
    { code: 'KEY_UNKNOWN', line: 4, message: 'unknown key `reqeust`', help: 'Did you mean `request`?' },
  ]);
});

test('a key that is needed, and is empty, is to be filled in', async () => {
  const [found] = await read('jotter', [adds, 'description: Add a note.', 'description: ""']);
  expect(found).toMatchObject({ message: '`description` is empty', help: 'Fill it in.' });
});

test('a description says all that is wrong with it, each with what to do', async () => {
  const long = 'Add a note. '.repeat(40).trim().slice(0, -1);
  expect(await read('jotter', [adds, 'Add a note.', long])).toMatchObject([
    {
      code: 'DESCRIPTION_STYLE',
      message: 'the description does not end with a full stop',
      help: 'Add a full stop at the end.',
    },
    { code: 'DESCRIPTION_STYLE', help: 'Shorten it by 78 characters.' },
  ]);
});

test('what connects an integration whose file cannot be read is not blamed for it', async () => {
  const specsFolder = mkdtempSync(join(tmpdir(), 'mistakes-'));
  onTestFinished(() => rmSync(specsFolder, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(join(specsFolder, path, '..'), { recursive: true });
    writeFileSync(join(specsFolder, path), text);
  };
  for (const name of ['jotter', 'other'])
    for (const [path, text] of Object.entries(files))
      write(`${name}/${path}`, text.replaceAll('jotter', name).replaceAll('JOTTER', name.toUpperCase()));
  const connecting = add
    .replace(
      'text: { type',
      'account: { type: string, default: mine, in: none, description: Account. }\n  text: { type',
    )
    .replace(
      'returns:',
      'connects: { param: account, credentials: { other: { api_key: body.key } } }\nresponse: { select: "{ id: body.id }" }\nreturns:',
    )
    .replace('body: { id: n1 }', 'body: { id: n1, key: k }');
  write('jotter/functions/add_note.yaml', connecting);
  const codes = async () => {
    const { diagnostics } = await readModels({ specsFolder });
    return diagnostics.map(({ code, file, message, help }) => [
      code,
      file.split('/').slice(1).join('/'),
      message,
      help,
    ]);
  };
  expect(await codes()).toEqual([]);
  write('other/integration.yaml', `<<<<<<< HEAD\n${integration}`);
  expect(await codes()).toMatchObject([
    [
      'YAML_SYNTAX',
      'other/integration.yaml',
      'the file has Git conflict markers',
      expect.stringContaining('Resolve'),
    ],
  ]);
  write(
    'other/integration.yaml',
    integration
      .replace('jotter', 'other')
      .replace(/credentials:\n.*\n/, '')
      .replace('bearer: "{api_key}"', 'none: true'),
  );
  const found = await codes();
  expect(found).toMatchObject([
    ['CONNECTS_INVALID', 'jotter/functions/add_note.yaml', '`other` has no credential `api_key`', undefined],
  ]);
});
