import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Emitted } from '../emit/emitted.js';
import { readTemplates } from './read-templates.js';

const folder = mkdtempSync(join(tmpdir(), 'kosmo-template-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reads templates from the folder of a target', () => {
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'templates', 'file.hbs'), 'x = {{value}}\n');
  writeFileSync(join(folder, 'templates', 'file.lua'), 'return {{}}\n');
  const template = readTemplates(pathToFileURL(`${folder}/`));
  expect(template<{ value: Emitted }>('file')({ value: new Emitted('1') })).toBe('x = 1\n');
  expect(template('file.lua')({})).toBe('return {{}}\n');
});
