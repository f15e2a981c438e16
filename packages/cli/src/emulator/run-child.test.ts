import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

const processes = createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process');
const { platform } = process;

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('on Windows a .cmd file is started by cmd.exe, with its arguments kept apart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-cmd-'));
  writeFileSync(join(folder, 'npx.cmd'), '@echo off\r\n', { mode: 0o755 });
  Object.defineProperty(process, 'platform', { value: 'win32' });
  vi.stubEnv('PATH', folder);
  vi.stubEnv('PATHEXT', '.EXE;.cmd');
  vi.stubEnv('ComSpec', 'cmd.exe');
  const started = vi.spyOn(processes, 'spawn').mockImplementation(() => {
    const child = new EventEmitter();
    setImmediate(() => child.emit('close', 3, null));
    return child as ReturnType<typeof processes.spawn>;
  });
  const { runChild } = await import('./run-child.js');
  expect(await runChild(['npx', 'vitest', 'a & b'], { KEY: 'x' })).toBe(3);
  const [file, args, options] = started.mock.calls[0]!;
  expect(file).toBe('cmd.exe');
  expect(args.slice(0, 3)).toEqual(['/d', '/s', '/c']);
  expect(args[3]).toBe('"npx ^"vitest^" ^"a^ ^&^ b^""');
  expect(options.env).toMatchObject({ KEY: 'x' });
  rmSync(folder, { recursive: true });
});
