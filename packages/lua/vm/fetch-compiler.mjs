// Fetches the compiler of lua.wasm, and the test that compiles it again then runs: 100 MB, so not a dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compilerEntry, compilerFolder, compilerPackage } from './compiler-entry.mjs';

const folder = fileURLToPath(compilerFolder);
if (!existsSync(fileURLToPath(compilerEntry))) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('npm', ['pack', compilerPackage, '--silent']);
  const [archive] = readdirSync(folder);
  run('tar', ['-xzf', archive]);
  rmSync(folder + archive);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
