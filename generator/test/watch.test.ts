import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace } from './workspace.js';

/** Runs the watcher and waits for what it prints. */
function startWatching(workspace: ReturnType<typeof createWorkspace>) {
  const child = workspace.start(['--watch']);
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let wake = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      wake();
    });
  }
  return {
    /** Resolves with what was printed up to the pattern, and forgets it. */
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const match = pattern.exec(output);
        if (match) {
          const text = output.slice(0, match.index + match[0].length);
          output = output.slice(text.length);
          return text;
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    end(): Promise<number | null> {
      child.kill('SIGINT');
      return new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

test('--watch follows saves of every kind, outlives a wrong spec, and ends with 0', async () => {
  const workspace = createWorkspace();
  const spec = 'specs/upstash/functions/get_key.yaml';
  const watcher = startWatching(workspace);
  await watcher.until(/Watching .*specs\n/);
  const right = workspace.read(spec);

  workspace.write(spec, right.replace('description: ', 'description: First. '));
  await watcher.until(/updated upstash .*\n14 functions.*\n/);
  expect(workspace.read('packages/integrations/upstash/src/functions/get_key.ts')).toContain('First.');

  workspace.write(`${spec}~`, right.replace('description: ', 'description: Renamed into place. '));
  renameSync(join(workspace.folder, `${spec}~`), join(workspace.folder, spec));
  await watcher.until(/updated upstash .*\n14 functions.*\n/);
  expect(workspace.read('packages/integrations/upstash/src/functions/get_key.ts')).toContain(
    'Renamed into place.',
  );

  workspace.write(spec, right.replace('operation:', 'operatoin:'));
  expect(await watcher.until(/operatoin[^]*\n/)).toContain(`${spec}:`);
  expect(workspace.read('packages/integrations/upstash/src/functions/get_key.ts')).toContain(
    'Renamed into place.',
  );

  workspace.write(spec, right);
  await watcher.until(/updated upstash .*\n14 functions.*\n/);

  workspace.write('specs/upstash/functions/get_key_again.yaml', right.replaceAll('get_key', 'get_key_again'));
  await watcher.until(/updated upstash .*1 new.*\n15 functions.*\n/);
  expect(await watcher.end()).toBe(0);
});
