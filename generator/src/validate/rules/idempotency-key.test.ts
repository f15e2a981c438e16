/** Beyond the fixtures, which show each code once: what a rule lets pass, and its other cases. */
import { describe, expect, test } from 'vitest';
import { check, fn } from '../../../testing/check-shop.js';

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
