import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes } from './error.js';

const reference = readFileSync(new URL('../../../docs/reference/errors.md', import.meta.url), 'utf8');
const [, ...sections] = reference.split(/^## /m);

test('the reference has a section for every code, in their order, and for no other', () => {
  expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual([...errorCodes]);
});

test.each(errorCodes)('the section of %s says whether to call again and what to do', (code) => {
  const section = sections.find((text) => text.startsWith(`${code}\n`));
  expect(section).toMatch(/^\*\*Again:\*\* .+ \*\*Do:\*\* ./m);
});
