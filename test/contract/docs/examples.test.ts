/** Every program in `examples/` runs as its first comment says, and prints what that promises. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { root } from '@kosmokrator/testing/repository';

const run = promisify(execFile);
const examples = join(root, 'examples');
const programs = readdirSync(examples).filter((name) => /\.(mjs|lua)$/.test(name));
const scratch = mkdtempSync(join(tmpdir(), 'kosmo-examples-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What the comment at the top says after `Run:` and `Prints:`. */
function readPromise(source: string): { readonly command: readonly string[]; readonly prints: string } {
  const [comment = ''] = /^(?:(?:\/\/|--).*\n)+/.exec(source)!;
  const text = comment.replaceAll(/^(?:\/\/|--) ?/gm, '');
  const [, command = '', prints = ''] = /^Run: +(.*)\nPrints: (.*)$/ms.exec(text)!;
  return { command: command.split(' '), prints: prints.replaceAll(/^ +/gm, '').trimEnd() };
}

test.each(programs)('%s', async (name) => {
  const { command, prints } = readPromise(readFileSync(join(examples, name), 'utf8'));
  // Files that an example writes go to a folder of the test's own.
  const [file = '', ...args] = command.map((word) => word.replace(/^build\//, `${scratch}/`));
  const { stdout } = await run(file === 'node' ? process.execPath : file, args, { cwd: root });
  expect(stdout.replaceAll(`${scratch}/`, 'build/').trimEnd()).toBe(prints);
});

test('the README lists them all', () => {
  const page = readFileSync(join(examples, 'README.md'), 'utf8');
  expect([...page.matchAll(/^\| \[(.*?)\]\(\1\)/gm)].map(([, name]) => name).toSorted()).toEqual(
    programs.toSorted(),
  );
});
