/** Beyond the fixtures, which show each code once: what a rule lets pass, and its other cases. */
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../load/yaml/read-yaml.js';
import type { LoadedIntegration } from '../../load/spec-file.js';
import { createCompiler } from '../compiler.js';
import { validateSpecs } from '../validate-specs.js';

const integration = `
name: shop
title: Shop
category: test
description: Sells things.
vendor_docs: https://shop.example.com/docs
credentials:
  token: { type: secret, env: SHOP_TOKEN, description: The token. }
  owner: { type: string, env: SHOP_OWNER, description: The owner. }
apis:
  main: { base_url: https://api.shop.example.com, auth: [{ basic: { username: "{owner}", password: "{token}" } }] }
`;

const fn = `
title: Get item
operation: read
description: Read one item.
request: { method: GET, path: "/items/{id}" }
params:
  id: { type: string, required: true, description: Id of the item. }
returns: { type: object, properties: { name: { type: string } } }
examples: [{ title: An apple, args: { id: i1 }, http: { status: 200, body: { name: Apple } }, result: { name: Apple } }]
`;

/** Codes and messages for one function, or several, of a small integration. */
function check(functions: string | Record<string, string>, spec = integration): string[] {
  const named = typeof functions === 'string' ? { get_item: functions } : functions;
  const file = (path: string, text: string) => ({ path, text, value: readYaml(text).value });
  const loaded: LoadedIntegration = {
    name: 'shop',
    integration: file('integration.yaml', spec),
    functions: Object.entries(named).map(([name, text]) =>
      Object.assign(file(`${name}.yaml`, text), { name }),
    ),
    functionNames: Object.keys(named),
    neighbours: [],
    connected: new Map(),
    integrationNames: [],
    sound: true,
    version: '0.0.0',
  };
  const { findings } = validateSpecs(loaded, createCompiler());
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

/** The function with lines replaced or added. */
function edit(...changes: [from: string | RegExp, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    const next = text.replace(from, to);
    expect(next, `the edit of ${String(from)} applies`).not.toBe(text);
    return next;
  }, fn);
}

const param = (text: string): [string, string] => ['returns:', `  ${text}\nreturns:`];
const line = (text: string): [string, string] => ['returns:', `${text}\nreturns:`];
const post: [string | RegExp, string][] = [
  ['operation: read', 'operation: write'],
  ['GET', 'POST'],
];

test('the base is valid', () => expect(check(fn)).toEqual([]));

describe('params', () => {
  test('a default or a generated value makes a path param safe', () => {
    expect(check(edit(['required: true', 'default: i1']))).toEqual([]);
    expect(check(edit(['required: true', 'generate: uuid4']))).toEqual([]);
  });

  test('an optional param may stand in a member of an object, within a list too', () => {
    const body = 'path: /items, body: { id: "{id}", parts: [{ why: "{why}" }, { $optional: ["{why}"] }] } }';
    const why = param('why: { type: string, description: Why. }');
    expect(check(edit(...post, [/path: .*\}/, body], why))).toEqual([]);
  });

  test('a param that only an expression reads says so', () => {
    const why = 'why: { type: string, in: none, description: Why. }';
    expect(check(edit(param(why), line('response: { select: "{ name: args.why }" }')))).toEqual([]);
    expect(check(edit(param(why), line('response: { select: "{ name: to_string(args) }" }')))).toEqual([]);
  });

  test('in and as contradict a template', () => {
    expect(check(edit(['required: true', 'required: true, in: query']))).toEqual([
      'PARAM_PLACE: `id` has `in: query`, but the request names it too',
    ]);
    expect(check(edit(['required: true', 'required: true, as: key']))).toEqual([
      'PARAM_PLACE: `id` has `as`, which has no effect where this param is used',
    ]);
  });

  test('two params may not be sent under one name', () => {
    const a = param('a: { type: string, as: x, description: A. }');
    const b = param('b: { type: string, as: x, description: B. }');
    expect(check(edit(a, b))).toEqual([
      'PARAM_PLACE: `b` would be sent as `x`, but the query already has that name',
    ]);
  });

  test('several requests: the request has to name a param', () => {
    const steps = line('steps: [{ name: one, request: { method: GET, path: "/items/{id}" } }]');
    const text = edit([/request: .*\n/, ''], param('why: { type: string, description: Why. }'), steps);
    expect(check(text)).toEqual(['PARAM_UNUSED: nothing uses the param `why`']);
    expect(check(text.replace('description: Why', 'in: query, description: Why'))).toEqual([
      'PARAM_PLACE: `why` has `in: query`, but the function has several requests, so name it in one of them',
    ]);
  });
});

describe('names', () => {
  test('camelCase forms and letter case collide, within a kind only', () => {
    const codes = check({ get_item: fn, getitem: fn }).map((text) => text.slice(0, 60));
    expect(codes).toEqual(['NAME_COLLISION: function `getitem` collides with `get_item`']);
    const text = edit(param('i_d: { type: string, description: X. }'));
    expect(check(text)).toEqual(['NAME_COLLISION: param `i_d` collides with `id`']);
    expect(check({ owner: fn })).toEqual([]);
  });

  test.each([
    'end',
    'nil',
    'goto',
    'class',
    'await',
    'constructor',
    'default',
    'each',
    'function',
    'con',
    'nul',
    'com1',
  ])('a function may not be called %s', (name) => expect(check({ [name]: fn })[0]).toMatch(/^NAME_RESERVED/));

  test.each(['max_retries', 'max_retries_', 'max__retries', 'constructor_', 'to_string_'])(
    'a credential may not be called %s, which the SDK spells like a setting or member of a client',
    (name) => {
      const spec = integration.replaceAll('token', name);
      expect(check(fn, spec)).toEqual([`NAME_RESERVED: credential \`${name}\` already has another meaning`]);
    },
  );

  test('the name of a device on Windows is taken where it names a file, and nowhere else', () => {
    expect(check({ aux: fn })).toEqual(['NAME_RESERVED: function `aux` is the name of a device on Windows']);
    expect(check({ auxiliary: fn, com: fn })).toEqual([]);
    expect(check(edit([/\bid\b/g, 'aux']))).toEqual([]);
  });

  test('a name under with may not hide a param', () => {
    const steps =
      'steps: [{ name: one, with: { id: credentials.owner }, request: { method: GET, path: "/items/{id}" } }]';
    expect(check(edit([/request: .*\n/, ''], line(steps)))).toEqual([
      'NAME_COLLISION: name `id` collides with `id`',
    ]);
  });
});

describe('expressions', () => {
  const select = (text: string) => edit(line(`response: { select: "${text}" }`));

  test.each([
    '{ name: body.name }',
    "{ name: headers.etag || 'x' }",
    '{ name: credentials.owner }',
    'merge(body, { name: args.id })',
  ])('%s is fine', (text) => expect(check(select(text))).toEqual([]));

  test.each([
    ['{ name: items[0] }', 'there is no `items` here'],
    ['{ name: steps.one.body }', 'there is no `steps` here'],
    ['{ name: credentials.tokn }', 'there is no credential `tokn`'],
  ])('%s: %s', (text, message) =>
    expect(check(select(text))).toEqual([`EXPRESSION_NAME_UNKNOWN: ${message}`]),
  );

  test('a step reads only the steps before it', () => {
    const step = (name: string, other: string) =>
      `{ name: ${name}, when: steps.${other}.body, request: { method: GET, path: "/items/{id}" } }`;
    const steps = line(
      `steps: [{ name: a, request: { method: GET, path: / } }, ${step('b', 'a')}, ${step('c', 'd')}]`,
    );
    expect(check(edit([/request: .*\n/, ''], steps))).toEqual([
      'EXPRESSION_NAME_UNKNOWN: no step `d` runs before this',
    ]);
  });

  test('rules of the integration read replies, no arguments', () => {
    expect(check(fn, `${integration}errors: { when: body.error, message: args.id }\n`)).toEqual([
      'EXPRESSION_NAME_UNKNOWN: there is no `args` here',
    ]);
  });

  test('merge may add keys that returns describes, and needs not make them all', () => {
    const returns: [string, string] = [
      '{ name: { type: string } }',
      '{ name: { type: string }, kind: { type: string } }',
    ];
    expect(check(select("merge(body, { kind: 'x' })").replace(...returns))).toEqual([]);
    expect(check(select("{ kind: 'x' }").replace(...returns))).toEqual([
      'SELECT_MISMATCH: `returns` describes `name`, which `select` does not make',
    ]);
  });
});

describe('base URLs', () => {
  const at = (url: string) => integration.replace('https://api.shop.example.com', url);

  test.each([
    'https://api.shop.example.com/v1/',
    '"https://shop.example.com/{owner}"',
    'https://shop.example.com:8443',
  ])('%s is fine', (url) => expect(check(fn, at(url))).toEqual([]));

  test.each([
    ['http://api.example.com', 'does not begin with https://'],
    ['https://user@api.example.com', 'has a user name'],
    ['https://api.example.com?x=1', 'has a query or a fragment'],
    ['https://api.example.com#x', 'has a query or a fragment'],
    ['https://{owner}.example.com', 'takes part of its host from a credential'],
    ['{owner}', 'takes its host from a credential of type string'],
    ['https://localhost', 'has no valid host'],
    ['https://evil.com\\\\@api.example.com', 'contains white space or a backslash'],
  ])('%s', (url, rule) => expect(check(fn, at(`"${url}"`))[0]).toContain(rule));
});

describe('paging', () => {
  const paged = (spec: string) => edit(line(`paginate: ${spec}`));

  test('the position is a param, or a name in the request', () => {
    const cursor = '{ style: cursor, param: after, next: body.next, items: body.items }';
    expect(check(paged(cursor))).toEqual([
      'PAGINATE_INVALID: no request sends the position: there is no param or placeholder `after`',
    ]);
    expect(check(paged(cursor).replace('/{id}" }', '/{id}", query: { after: "{after}" } }'))).toEqual([]);
    const after = param('after: { type: string, description: X. }');
    expect(check(edit(after, line(`paginate: ${cursor}`)))).toEqual([]);
  });

  test('true takes what the integration says; another style inherits nothing', () => {
    const shared = `${integration}paginate: { style: page, param: page, items: body.items }\n`;
    const page = param('page: { type: integer, default: 1, description: Page. }');
    expect(check(edit(page, line('paginate: true')), shared)).toEqual([]);
    expect(check(paged('{ style: link, items: body.items }'), shared)).toEqual([]);
    expect(check(paged('{ style: cursor }'), shared)).toEqual([
      'PAGINATE_INVALID: paging of style `cursor` needs `param`',
      'PAGINATE_INVALID: paging of style `cursor` needs `next`',
      'PAGINATE_INVALID: paging of style `cursor` needs `items`',
    ]);
  });

  test('a position that counts is an integer', () => {
    const text = paged('{ style: page, param: id, items: body.items }');
    expect(check(text)).toEqual([
      'PAGINATE_INVALID: the param `id` is a number of pages or items, so its type must be integer',
    ]);
  });
});

describe('schemas', () => {
  const schema = (text: string) => edit(param(`x: { ${text}, description: X. }`));

  test.each([
    'type: [string, "null"], minLength: 1',
    'type: array, items: { type: integer, minimum: 1 }, uniqueItems: true',
    'enum: [1, two, null]',
    'oneOf: [{ type: string }, { type: integer }]',
    'type: integer, default: 3, enum: [3, 4]',
    'type: string, values: { us-east-1: us-east }, default: us-east-1',
    'type: string, enum: [a, b], values: { A: a, AA: a, B: b }, default: A',
    'type: [string, "null"], pattern: "^[a-z]+$", values: { "1": one, "": none, A: a }',
    'type: array, items: { type: string, enum: [a, b] }, values: { A: a }, default: [A, b]',
    'enum: [a, 1], values: { one: a }',
    'const: a, values: { A: a }',
  ])('%s is fine', (text) => expect(check(schema(text))).toEqual([]));

  test.each([
    ['type: string, minimum: 1', 'SCHEMA_INVALID: `minimum` does not apply to a value of type string'],
    ['type: integer, minimum: 3, maximum: 2', 'SCHEMA_INVALID: `minimum` is greater than `maximum`'],
    ['type: integer, enum: [1, x]', 'SCHEMA_INVALID: `x` is not of type integer'],
    ['type: integer, enum: [1, 1]', 'SCHEMA_INVALID: `1` is listed twice'],
    [
      'type: object, enum: [{ a: 1, b: [2] }, { b: [2], a: 1 }]',
      'SCHEMA_INVALID: `{"b":[2],"a":1}` is listed twice',
    ],
    ['in: query', 'SCHEMA_INVALID: the param has no type'],
    [
      'type: integer, values: { one: "1" }',
      'VALUES_INVALID: the param `x` has `values`, but is neither text nor a list of texts',
    ],
    [
      'type: array, items: { type: integer }, values: { one: "1" }',
      'VALUES_INVALID: the param `x` has `values`, but is neither text nor a list of texts',
    ],
    [
      'oneOf: [{ type: string }, { type: integer }], values: { A: a }',
      'VALUES_INVALID: the param `x` has `values`, but is neither text nor a list of texts',
    ],
    [
      'type: string, values: { a: a }',
      'VALUES_INVALID: the param `x` has the spelling `a`, which stands for itself',
    ],
    [
      'type: string, enum: [a, b], values: { b: a }',
      "VALUES_INVALID: the param `x` has the spelling `b`, which is one of the API's own values",
    ],
    [
      'type: string, values: { a: b, b: c }',
      'VALUES_INVALID: the param `x` has the spelling `a`, which stands for `b`, which is another spelling',
    ],
    [
      'type: string, enum: [a, b], values: { A: c }',
      'VALUES_INVALID: the param `x` has the spelling `A`, which stands for `c`, but that must be one of "a", "b"',
    ],
    [
      'type: array, items: { type: string, minLength: 2 }, values: { A: a }',
      'VALUES_INVALID: the param `x` has the spelling `A`, which stands for `a`, but that must have at least 2 characters',
    ],
    ['type: string, values: {}', 'VALUE_INVALID: `values` is empty'],
    ['type: string, values: { A: 1 }', 'VALUE_TYPE: `A` must be text, not the number 1'],
    ['type: string, values: [a]', 'VALUE_TYPE: `values` must be a mapping, not a list'],
    [
      'type: string, enum: [a, b], values: { A: a }, default: B',
      'DEFAULT_INVALID: the param `x` has a default that must be one of "a", "b"',
    ],
    ['type: integer, default: x', 'DEFAULT_INVALID: the param `x` has a default that must be an integer'],
    [
      'type: string, required: true, default: a',
      'DEFAULT_INVALID: the param `x` is required, so its default is never used',
    ],
    [
      'type: integer, generate: uuid4',
      'DEFAULT_INVALID: the param `x` is generated as text, so its type must be string',
    ],
  ])('%s', (text, message) => expect(check(schema(text))).toEqual([message]));
});

describe('form', () => {
  test('a misspelt key is told once, with what was meant', () => {
    expect(check(edit(['description: Read', 'descripton: Read']))).toEqual([
      'KEY_UNKNOWN: unknown key `descripton`',
    ]);
  });

  test.each([
    ['[throw away, bin]', []],
    ['[]', ['VALUE_INVALID: `keywords` is empty']],
    [
      '[bin, bin]',
      ['VALUE_INVALID: `keywords` must not have duplicate items (items ## 1 and 0 are identical)'],
    ],
    ['[" bin"]', ['VALUE_INVALID: ` bin` must be one line without white space at its ends']],
    ['bin', ['VALUE_TYPE: `keywords` must be a list, not text']],
  ])('keywords: %s', (keywords, messages) => {
    expect(check(`${fn}keywords: ${keywords}\n`)).toEqual(messages);
  });

  test('each alternative of auth is one kind', () => {
    const two = integration.replace('auth: [{ basic', 'auth: [{ bearer: "{token}", basic');
    expect(check(fn, two)).toEqual(['VALUE_INVALID: the item must not have more than 1 properties']);
  });

  test('a broken function is still a function', () => {
    const spec = `${integration}check: list_items\n`;
    const list = edit([/\/\{id\}/, ''], [/params:\n.*\n/, '']).replace('args: { id: i1 }', 'args: {}');
    expect(check({ get_item: fn, list_items: list }, spec)).toEqual([]);
    expect(check({ get_item: fn, list_items: list.replace('title', 'titel') }, spec)).toEqual([
      'KEY_UNKNOWN: unknown key `titel`',
    ]);
  });
});

describe('the key of a keyed function', () => {
  /** A write of `/items` with these params; `request` is what stands beside method and path. */
  const keyed = (params: string, request = '') =>
    fn
      .replace('operation: read', 'operation: write\nidempotency: keyed')
      .replace(/request: .*/, `request: { method: POST, path: /items${request} }`)
      .replace(/ {2}id: .*/, params)
      .replace('args: { id: i1 }', 'args: {}');
  const textParam = (name: string, rules: string) =>
    `  ${name}: { type: string, ${rules}, description: Text. }`;
  const header = (rules: string) => textParam('key', `in: header, as: Idempotency-Key, ${rules}`);

  test.each([
    ['generated, in a header', header('generate: uuid4')],
    ['generated, in the body', textParam('key', 'generate: uuid4')],
    ['required and not empty, in a header', header('required: true, minLength: 1')],
    ['required and not empty, in the body', textParam('key', 'required: true, minLength: 1')],
    ['a uuid, which is not empty', header('required: true, format: uuid4')],
    ['a pattern that no empty text fits', header("required: true, pattern: '^k'")],
    [
      'beside other params',
      `${header('required: true, minLength: 1')}\n${textParam('name', 'required: true')}`,
    ],
  ])('%s', (_, params) => {
    expect(check(keyed(params))).toEqual([]);
  });

  test.each<[string, string, string, string?]>([
    ['no key at all', textParam('name', 'default: x'), 'the function is `keyed`, but no param is its key'],
    [
      'one that may be empty',
      textParam('name', 'required: true'),
      'the function is `keyed`, but no param is its key',
    ],
    [
      'an integer, which two calls may share',
      '  key: { type: integer, required: true, in: header, as: Idempotency-Key, description: Text. }',
      'the key `key` allows only certain values, so two calls could have the same key',
    ],
    [
      'a constant',
      header('required: true, const: x'),
      'the key `key` allows only certain values, so two calls could have the same key',
    ],
    [
      'an optional key, whatever else is required',
      `${header('maxLength: 9')}\n${textParam('name', 'required: true, minLength: 1')}`,
      'the key `key` is optional, and a call without it would run twice if it is repeated',
    ],
    [
      'a key that may be empty',
      header('required: true'),
      'the key `key` can be empty, and a call with an empty key would run twice if it is repeated',
    ],
    [
      'a key that is named in a header of the request',
      textParam('token', 'maxLength: 9'),
      'the key `token` is optional, and a call without it would run twice if it is repeated',
      ', headers: { X-Idempotency-Key: "{token}" }',
    ],
  ])('%s', (_, params, message, request) => {
    expect(check(keyed(params, request))).toEqual([`IDEMPOTENCY_INVALID: ${message}`]);
  });

  test('is in each request that writes', () => {
    const steps = (first: string, second: string) =>
      keyed(textParam('key', 'required: true, minLength: 1')).replace(
        /request: .*/,
        `steps:
  - { name: look, request: { method: GET, path: /items } }
  - { name: make, request: { method: POST, path: /items${first} } }
  - { name: pay, ${second} }`,
      );
    const sent = ', body: { key: "{key}" }';
    const pay = (body: string, more = '') => `request: { method: POST, path: /pay${body} }${more}`;
    expect(check(steps(sent, pay(sent)))).toEqual([]);
    expect(
      check(steps(sent, pay(', body: { key: "{own}" }', `, with: { own: "join('-', [args.key, 'pay'])" }`))),
    ).toEqual([]);
    const sometimes = check(
      steps(sent, pay(', body: { key: "{own}" }', `, with: { own: "args.mode && args.key" }`)),
    );
    expect(sometimes).toContain('IDEMPOTENCY_INVALID: the function is `keyed`, but no param is its key');
    expect(check(steps(sent, pay('')))).toEqual([
      'IDEMPOTENCY_INVALID: the function is `keyed`, but no param is its key',
    ]);
  });
});
