import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutput } from './open-output.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kosmo-output-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text = 'new') => {
  const output = openOutput(file);
  output.write(text);
  output.keep();
};

test('a file changes when all is there, and keeps its mode', () => {
  const file = join(folder, 'out');
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);
  const output = openOutput(file);
  output.write('new');
  expect(readFileSync(file, 'utf8')).toBe('old');
  output.keep();
  output.drop();
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['out']);
});

test('a file that is dropped stays as it was, or is not there', () => {
  const output = openOutput(join(folder, 'out'));
  output.write('new');
  output.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test('of a link, what it leads to changes', () => {
  writeFileSync(join(folder, 'target'), 'old');
  symlinkSync(join(folder, 'target'), join(folder, 'link'));
  write(join(folder, 'link'));
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('new');
  expect(readdirSync(folder).toSorted()).toEqual(['link', 'target']);
});

test.runIf(existsSync('/dev/null'))('a device is written to, and stays one', () => {
  write('/dev/null');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  expect(readdirSync('/dev').filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.runIf(existsSync('/dev/full'))('a full disk is told', () => {
  const output = openOutput('/dev/full');
  expect(() => output.write('x')).toThrow('cannot write /dev/full: the disk is full');
  output.drop();
});

test('what cannot be written is told before anything runs', () => {
  expect(() => openOutput(folder)).toThrow(`cannot write ${folder}: it is a folder`);
  expect(() => openOutput(join(folder, 'none/out'))).toThrow('no such file or directory');
});
