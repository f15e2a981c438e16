/** Beyond the fixtures, which show each code once: what a rule lets pass, and its other cases. */
import { describe, expect, test } from 'vitest';
import { check, edit, fn, integration, line, param, post } from '../../../testing/check-shop.js';

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
