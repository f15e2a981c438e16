import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultLimits, limitError, type Limits } from './limits.js';

const names = Object.keys(defaultLimits) as (keyof Limits)[];
const guide = readFileSync(new URL('../../../../docs/guides/lua.md', import.meta.url), 'utf8');

describe.each(names)('%s', (limit) => {
  test('over it, the error says which, its value, and how to raise it', () => {
    const error = limitError(limit, 12_345);
    expect(error).toMatchObject({ code: 'limit_exceeded', limit, value: 12_345 });
    expect(error.message).toContain('12345');
    expect(error.message).toContain(`createLuaHost({ limits: { ${limit} } })`);
  });

  test('the guide has its default and its option', () => {
    const row = guide.split('\n').find((line) => line.includes(`| \`${limit}\` |`));
    expect(row).toContain(`| ${inWords(limit)} |`);
  });
});

function inWords(limit: keyof Limits): string {
  const value = defaultLimits[limit];
  if (limit === 'timeoutMs') return `${value / 1000} s`;
  if (!limit.endsWith('Bytes')) return String(value);
  return value < 2 ** 20 ? `${value / 2 ** 10} kB` : `${value / 2 ** 20} MB`;
}

test('the command line can raise time and memory', () => {
  expect(limitError('timeoutMs', 1).message).toMatch(/or kosmo lua --timeout$/);
  expect(limitError('memoryBytes', 1).message).toMatch(/or kosmo lua --memory$/);
});
