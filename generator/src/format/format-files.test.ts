import { describe, expect, test } from 'vitest';
import { formatFiles } from './format-files.js';

describe('formatting', () => {
  test('lays out TypeScript and Lua, and leaves other files as emitted', async () => {
    const files = await formatFiles([
      { path: 'a.ts', content: 'export const a={"b":"c"}' },
      { path: 'b.lua', content: "local a={b='c'}\nreturn a" },
      { path: 'c.lua', content: 'return 1' },
      { path: 'd.json', content: '{"a":1}' },
      { path: 'e.md', content: '#  a' },
    ]);
    expect(files).toEqual([
      { path: 'a.ts', content: "export const a = { b: 'c' };\n" },
      { path: 'b.lua', content: 'local a = { b = "c" }\nreturn a\n' },
      { path: 'c.lua', content: 'return 1\n' },
      { path: 'd.json', content: '{"a":1}' },
      { path: 'e.md', content: '#  a' },
    ]);
  });

  test.each([
    ['a.ts', 'const = 1'],
    ['b.lua', 'local = 1'],
  ])('refuses %s when it does not parse', async (path, content) => {
    await expect(formatFiles([{ path, content }])).rejects.toThrow(`${path} does not parse`);
  });
});
