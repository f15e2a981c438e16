import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSecrets, redact, secretForms } from './redact.js';

test('hides the values of the keys at any depth and keeps everything else', () => {
  const body = { password: 'a', list: [{ password: { deep: 1 }, name: 'x' }], nothing: { password: null } };
  expect(redact(body, ['password'])).toEqual({
    password: '[redacted]',
    list: [{ password: '[redacted]', name: 'x' }],
    nothing: { password: null },
  });
  expect(body.password).toBe('a');
});

test('whatever the JSON, no value of a hidden key is left, and nothing else changes', () => {
  const keys = ['k', '__proto__'];
  const expected = (text: string) =>
    JSON.parse(text, (key, value: unknown) =>
      key === 'k' && value !== null ? '[redacted]' : value,
    ) as unknown;
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: fc.constantFrom('k', 'a', 'b') as never }), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(redact(JSON.parse(text), ['k']))).toBe(JSON.stringify(expected(text)));
    }),
  );
  const nasty = JSON.parse('{"__proto__":"secret"}') as object;
  expect(JSON.stringify(redact(nasty, keys))).toBe('{"__proto__":"[redacted]"}');
});

test('refuses what is nested too deep', () => {
  const deep = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000)) as unknown;
  expect(() => redact(deep, [])).toThrow('nested deeper than 500 levels');
});

test('hides secrets in a text in plain, in a URL, as a host name, in JSON and in base64', () => {
  const secret = 'A/b+"c-longer~';
  const forms = secretForms([secret, 'A/b+"c', 'a', 'a b c d', '\ud800']);
  const shown = [
    secret,
    secret.toLowerCase(),
    encodeURIComponent(secret),
    JSON.stringify(secret),
    btoa(secret),
    btoa(`ada:${secret}`),
    btoa(`ada@:${secret}, and more`),
    btoa(`ada@e:${secret}`),
  ];
  for (const text of shown)
    expect(hideSecrets(`x ${text} y`, forms)).toMatch(/^x .{0,10}\[redacted\].{0,18} y$/);
  expect(hideSecrets('a/b A/b+"c a b c d', forms)).toBe('a/b [redacted] a b c d');
});

test('hides secrets in texts and keys of a result', () => {
  expect(redact({ a: ['x canary-token'], 'canary-token': 1 }, [], ['canary-token'])).toEqual({
    a: ['x [redacted]'],
    '[redacted]': 1,
  });
});
