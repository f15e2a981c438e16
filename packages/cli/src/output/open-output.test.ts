import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openOutput } from './open-output.js';

function inFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'output-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, name);
}

function writeOut(file: string, text: string): void {
  const output = openOutput(file);
  output.write(text);
  output.keep();
  output.drop();
}

test('the file changes when all of it is there', () => {
  const file = inFolder('a');
  writeFileSync(file, 'old');
  const output = openOutput(file);
  output.write('new');
  expect(readFileSync(file, 'utf8')).toBe('old');
  output.drop();
  expect(readFileSync(file, 'utf8')).toBe('old');
  writeOut(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(join(file, '..'))).toEqual(['a']);
});

test('a folder is refused before anything is sent', () => {
  const file = inFolder('a');
  mkdirSync(file);
  expect(() => openOutput(file)).toThrow(`cannot write ${file}: it is a folder`);
  expect(readdirSync(join(file, '..'))).toEqual(['a']);
});

test('a link stays, and the file that it leads to changes', () => {
  const file = inFolder('a');
  const link = join(file, '..', 'link');
  symlinkSync(file, link);
  expect(() => openOutput(link)).toThrow('it is a link to a file that does not exist');
  writeFileSync(file, 'old');
  writeOut(link, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test.skipIf(process.platform === 'win32')('a file keeps its mode', () => {
  const file = inFolder('a');
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);
  writeOut(file, 'new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.skipIf(process.platform === 'win32')('a pipe is written to, and stays a pipe', () => {
  const file = inFolder('a');
  execFileSync('mkfifo', [file]);
  const reader = openSync(file, 'r+');
  onTestFinished(() => closeSync(reader));
  writeOut(file, 'new\n');
  expect(execFileSync('head', ['-n', '1'], { stdio: [reader, 'pipe', 'inherit'] }).toString()).toBe('new\n');
  expect(statSync(file).isFIFO()).toBe(true);
});

test.runIf(existsSync('/dev/full'))('a device is written to, and stays one', () => {
  const output = openOutput('/dev/full');
  expect(() => output.write('x')).toThrow('cannot write /dev/full: the disk is full');
  output.drop();
  expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
});
