import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeOperation } from '@kosmokrator/testing/operation';
import { describeCall } from './describe-call.js';

const describeArgs = (args: Record<string, unknown>, account = 'default') =>
  describeCall({ operation: writeOperation({ name: 'set_thing', destructive: true }), account, args });

test('names function, account and arguments', () => {
  expect(describeArgs({ id: 7, big: 2n ** 60n })).toBe(
    'test_vendor_set_thing wants to write, with account "default". It may overwrite or delete data.\n' +
      '  {"id":7,"big":1152921504606846976}',
  );
});

test('shows nothing that a terminal would act on', () => {
  expect(describeArgs({ a: '\u001b[2J\u202e\u200b\u2028\u3164\u{e0041} ' }, 'x\u001b\n')).toBe(
    'test_vendor_set_thing wants to write, with account "x\\u{1b}\\u{a}". It may overwrite or delete data.\n' +
      '  {"a":"\\u001b[2J\\u{202e}\\u{200b}\\u{2028}\\u{3164}\\u{e0041} "}',
  );
  const plain =
    /^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]*\n[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]*$/u;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(describeArgs({ [text]: text }, text)).toMatch(plain);
    }),
  );
});

test('cuts between characters', () => {
  expect(describeArgs({}, `x${'\u{13ffe}'.repeat(40)}`)).toMatch(/x\u{13ffe}{31}… \(18 more characters\)/u);
});

test('says what it leaves out', () => {
  const text = describeArgs({ b: 'x'.repeat(5000) });
  expect(text.length).toBeLessThan(2200);
  expect(text).toMatch(/x… \(3008 more characters\)$/);
});
