import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';

/** Unpacks an npm package, or `members` of it, into a folder, unless `sign`, a file of it, is there already. */
export function fetchPackage(spec, folder, sign, members = []) {
  if (existsSync(`${folder}/${sign}`)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('npm', ['pack', spec, '--silent'], folder);
  const [archive] = readdirSync(folder);
  run('tar', ['-xzf', archive, ...members], folder);
  rmSync(`${folder}/${archive}`);
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
