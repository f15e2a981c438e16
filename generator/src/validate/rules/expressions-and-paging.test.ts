/** Beyond the fixtures, which show each code once: what a rule lets pass, and its other cases. */
import { describe, expect, test } from 'vitest';
import { check, edit, fn, integration, line, param } from '../../../testing/check-shop.js';

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
