import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { runShim } from './start-program.mjs';

/** Unpacks an npm package, or `members` of it, into a folder, unless `sign`, a file of it, is there already. */
export function fetchPackage(spec, folder, sign, members = []) {
  if (existsSync(`${folder}/${sign}`)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const inFolder = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  succeed(`npm pack ${spec}`, runShim('npm', ['pack', spec, '--silent'], inFolder));
  const [archive] = readdirSync(folder);
  succeed(`tar -xzf ${archive}`, spawnSync('tar', ['-xzf', archive, ...members], inFolder));
  rmSync(`${folder}/${archive}`);
}

function succeed(what, { status }) {
  if (status !== 0) throw new Error(`${what} failed`);
}
