// Everything that a fresh clone needs before a command can run, on Node and npm alone:
// pnpm comes through npx at the version that package.json pins, and the steps run inside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runShim, runTool } from './start-program.mjs';

/** Installs, generates and builds; ends the process when a step fails. */
export function setUp() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const steps = ['--yes', `--package=${packageManager}`, '--call', 'node scripts/setup-steps.mjs'];
  const status = codeOf(runShim('npx', steps, { stdio: 'inherit' }));
  if (status !== 0) process.exit(status);
}

/** Runs a command of an installed package with its output shown, and gives its exit code. */
export function run(name, args) {
  return codeOf(runTool(name, args, { stdio: 'inherit' }));
}

function codeOf({ error, status }) {
  if (error) throw error;
  return status ?? 1;
}
