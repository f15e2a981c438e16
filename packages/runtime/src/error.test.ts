import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes } from './error.js';

const reference = readFileSync(new URL('../../../docs/reference/errors.md', import.meta.url), 'utf8');
const [, ...sections] = reference.split(/^## /m);

/** Codes of the Lua host and of the command, which no call fails with. */
const codes = [...errorCodes, 'script_error', 'usage'];

test('the reference has a section for every code, in their order, and for no other', () => {
  expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual(codes);
});

test.each(codes)('the section of %s says whether to call again and what to do', (code) => {
  const section = sections.find((text) => text.startsWith(`${code}\n`));
  expect(section).toMatch(/^\*\*Again:\*\* .+ \*\*Do:\*\* ./m);
});
