// Everything that a fresh clone needs before a command can run, on Node and npm alone:
// pnpm comes through npx at the version that package.json pins, and the steps run inside it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs, generates and builds; ends the process when a step fails. */
export function setUp() {
  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const status = run('npx', [
    '--yes',
    `--package=${packageManager}`,
    '--call',
    'node scripts/setup-steps.mjs',
  ]);
  if (status !== 0) process.exit(status);
}

/** Runs a program from the repository's root with its output shown, and gives its exit code. */
export function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.error) throw done.error;
  return done.status ?? 1;
}
