import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describeProblem, systemProblem } from './system-problem.js';

const folder = mkdtempSync(join(tmpdir(), 'kosmo-problem-'));

function failure(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test('says what the system refused in words, with the path', () => {
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('loop', join(folder, 'loop'));
  const told = (path: string) => describeProblem(failure(() => readFileSync(path)));
  expect(told(join(folder, 'none'))).toBe(`${folder}/none: no such file or directory`);
  expect(describeProblem(failure(() => writeFileSync(folder, '')))).toBe(`${folder}: it is a folder`);
  expect(told(join(folder, 'file/x'))).toBe(`${folder}/file/x: a part of the path is not a folder`);
  expect(told(join(folder, 'loop'))).toBe(`${folder}/loop: its symbolic links form a loop`);
});

test('names no code where there is no path', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    errno: -28,
    syscall: 'write',
  });
  expect(describeProblem(full)).toBe('cannot write: the disk is full');
  const gone = Object.assign(new Error('ENOENT: x, uv_cwd'), {
    code: 'ENOENT',
    errno: -2,
    syscall: 'uv_cwd',
  });
  expect(describeProblem(gone)).toBe('the working folder no longer exists: change to another one');
});

test('leaves other errors alone', () => {
  expect([describeProblem(new Error('boom')), describeProblem('text')]).toEqual(['boom', 'text']);
  expect(systemProblem(Object.assign(new Error('x'), { code: 'ERR_X' }))).toBeUndefined();
});
