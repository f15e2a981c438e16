// The steps of the set-up, with pnpm on the path. Each prints one line, or all it has to say when it fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildGenerator, generatorScript, turboEnvironment } from './build-generator.mjs';
import { root, runShim, runTool } from './start-program.mjs';

const quiet = { env: turboEnvironment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
const packages = join(root, 'packages/integrations');

pnpm('install', ['install', '--frozen-lockfile', '--prefer-offline']);
step('build the generator', buildGenerator);
step('generate', () => spawnSync(process.execPath, [generatorScript, 'generate'], { cwd: root, ...quiet }));
// A spec folder added by hand has just become a package that pnpm does not know yet.
const isNew = (name) => !name.startsWith('.') && !existsSync(join(packages, name, 'node_modules'));
if (readdirSync(packages).some(isNew)) {
  pnpm('link new packages', ['install', '--no-frozen-lockfile', '--prefer-offline']);
}
step('build', () => runTool('turbo', ['run', 'build'], quiet));

function pnpm(name, args) {
  step(name, () => runShim('pnpm', args, quiet));
}

function step(name, start) {
  const started = performance.now();
  const done = start();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (done.status === 0) return console.log(`set-up: ${name}, ${seconds} s`);
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`);
  console.error(`set-up: ${name} failed`);
  process.exit(done.status || 1);
}
