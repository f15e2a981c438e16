import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const load = (name: string) => import(new URL(name, import.meta.url).href);
const { lintText } = (await load('./lint-text.mjs')) as {
  lintText(content: string, ext: string): Promise<{ line: number; column: number; message: string }[]>;
};
const { codeTexts } = (await load('./code-texts.mjs')) as { codeTexts(path: string): string };
const { wordList } = (await load('./word-list.mjs')) as { wordList: [string, string][] };

const wordsIn = async (content: string, ext = '.md') =>
  (await lintText(content, ext)).map(({ line, message }) => `${line}: ${/“(.*?)”/s.exec(message)![1]}`);

test('names what to rewrite with its line, also over the end of one', async () => {
  const page =
    '# Notes\n\nThe account has\nnot what it needs; have it mended.\n\n| a |\n|---|\n| This is no JSON. |\n';
  expect(await wordsIn(page)).toEqual([
    '3: has\nnot what',
    '4: have it mended',
    '4: mended',
    '8: is no JSON',
  ]);
});

test('leaves code and what is struck out alone', async () => {
  expect(await wordsIn('`mend` it, ~~mend it~~\n\n```\nmend\n```\n')).toEqual([]);
  expect(
    await wordsIn('There is no token. It has not been sent. It has no name. This commends itself.'),
  ).toEqual([]);
});

test('reads the texts of code where they stand, and nothing else of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-prose-'));
  const file = join(folder, 'code.ts');
  // eslint-disable-next-line no-template-curly-in-string
  writeFileSync(
    file,
    "// mend this for me\nconst mend = 'mend';\nthrow new Error(`have ${mend} mended, or else`);\n",
  );
  expect(await wordsIn(codeTexts(file), '.txt')).toEqual(['3: mended']);
  rmSync(folder, { recursive: true });
});

test('each entry is a pattern, and says what to write instead', () => {
  for (const [pattern, good] of wordList) {
    expect(() => new RegExp(pattern)).not.toThrow();
    expect(good).toMatch(/\w/);
  }
  expect(new Set(wordList.map(([pattern]) => pattern)).size).toBe(wordList.length);
});
