import type { PolicyRequest } from '@kosmokrator/runtime';
import { expect, test } from 'vitest';
import { questionText } from './ask-on-terminal.js';

const operation = { integration: { name: 'parcel-post' }, name: 'send_parcel', destructive: true };
const question = (args: PolicyRequest['args']) =>
  questionText({ operation, account: 'default', args } as unknown as PolicyRequest);

test('names function, account and arguments', () => {
  expect(question({ id: 7 })).toBe(
    'parcel-post send_parcel wants to write, with account "default". It may overwrite or delete.\n' +
      '  {"id":7}\nAllow this call? [y/N] ',
  );
});

test('shows nothing that a terminal would act on, and says what it leaves out', () => {
  const text = question({ a: '\u001b[2J\u202e\u200b\u2028', b: 'x'.repeat(5000) });
  for (const char of ['\u001b', '\u202e', '\u200b', '\u2028']) expect(text).not.toContain(char);
  expect(text).toContain('\\u{202e}');
  expect(text).toMatch(/… \(\d+ more characters\)\nAllow/);
});
