import { describe, expect, test } from 'vitest';
import { formatFiles } from './format-files.js';

describe('formatting', () => {
  test('lays out TypeScript, and leaves other files as emitted', async () => {
    const files = await formatFiles([
      { path: 'a.ts', content: 'export const a={"b":"c"}' },
      { path: 'b.lua', content: "local a={b='c'}\nreturn a" },
      { path: 'd.json', content: '{"a":1}' },
      { path: 'e.md', content: '#  a' },
    ]);
    expect(files).toEqual([
      { path: 'a.ts', content: "export const a = { b: 'c' };\n" },
      { path: 'b.lua', content: "local a={b='c'}\nreturn a" },
      { path: 'd.json', content: '{"a":1}' },
      { path: 'e.md', content: '#  a' },
    ]);
  });

  test('refuses TypeScript that does not parse', async () => {
    await expect(formatFiles([{ path: 'a.ts', content: 'const = 1' }])).rejects.toThrow(
      'a.ts does not parse',
    );
  });
});
