import { expect, test } from 'vitest';
import { hostileTexts } from '../../../fixtures/hostile-text.js';
import { runProgram } from '../../../fixtures/programs.js';
import { plainLine } from './plain-line.js';
import { shellAssignment, shellWord } from './shell.js';

test.each([
  ['plain-word_1.2', 'plain-word_1.2'],
  ['https://example.com/a', 'https://example.com/a'],
  ['two words', `'two words'`],
  [`it's`, `'it'\\''s'`],
  ['-rf', `'-rf'`],
  ['', `''`],
  ['*', `'*'`],
])('%j', (text, spelled) => {
  expect(shellWord(text).text).toBe(spelled);
});

test('a shell reads back each text as one line', () => {
  const script = hostileTexts.map((text) => `printf '%s\\n' ${shellWord(text).text}`).join('\n');
  expect(runProgram('sh', ['-s'], script).split('\n').slice(0, -1)).toEqual(hostileTexts.map(plainLine));
});

test('a variable has a name', () => {
  expect(shellAssignment('A_TOKEN', '$(id)').text).toBe(`export A_TOKEN='$(id)'`);
  expect(() => shellAssignment('A B', 'x')).toThrow(TypeError);
});
