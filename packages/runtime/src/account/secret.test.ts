import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from './secret.js';

test('a secret shows only when it is asked to', () => {
  const secret = new Secret('canary-3f9a7c21d0');
  const shown = [
    String(secret),
    `${secret as unknown as string}`,
    JSON.stringify({ secret }),
    inspect({ secret }, { showHidden: true, depth: 9 }),
    inspect(secret),
    JSON.stringify({ ...secret }),
    inspect(structuredClone(secret)),
    inspect(Object.entries(secret)),
    String(Object.values(Object.getOwnPropertyDescriptors(secret))),
  ];
  expect(shown.join('\n')).not.toContain('canary');
  expect(shown.slice(0, 3)).toEqual(['[redacted]', '[redacted]', '{"secret":"[redacted]"}']);
  expect(shown[4]).toBe('[redacted]');
  expect(secret.reveal()).toBe('canary-3f9a7c21d0');
});
