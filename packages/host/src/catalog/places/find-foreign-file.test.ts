import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findForeignFile } from './find-foreign-file.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kosmo-foreign-')));
  mkdirSync(join(folder, 'dist/functions'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const path of ['manifest.json', 'dist/operations.js', 'dist/functions/get_key.js'])
    writeFileSync(join(folder, path), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobody = () => undefined;

test('a package of the user has no foreign file, whatever its node_modules lead to', () => {
  symlinkSync(tmpdir(), join(folder, 'node_modules/other'));
  expect(findForeignFile(folder, nobody)).toBeUndefined();
});

test.each(['manifest.json', 'dist', 'dist/operations.js', 'dist/functions/get_key.js'])(
  "finds that %s is somebody else's",
  (path) => {
    const refuse = (file: string) => (file === join(folder, path) ? 'belongs to user 1234' : undefined);
    expect(findForeignFile(folder, refuse)).toBe(`${join(folder, path)} belongs to user 1234`);
  },
);

test('finds a link out of the package', () => {
  rmSync(join(folder, 'dist/operations.js'));
  symlinkSync(join(tmpdir()), join(folder, 'dist/operations.js'));
  expect(findForeignFile(folder, nobody)).toBe(
    `${join(folder, 'dist/operations.js')} is a link that leads out of the package`,
  );
});
