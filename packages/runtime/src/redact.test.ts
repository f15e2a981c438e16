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

test('hides secrets in a text in plain and in URL form', () => {
  const forms = secretForms(['a/b+c', 'a/b+c-longer']);
  expect(hideSecrets('x a/b+c-longer y a%2Fb%2Bc z a/b+c', forms)).toBe(
    'x [redacted] y [redacted] z [redacted]',
  );
});
