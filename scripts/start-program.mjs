// How the scripts here start other programs, on every system and before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What to give to `spawn` for npm, npx or pnpm. On Windows these are `.cmd` files, which Node starts only through a shell
 * (since its fix of CVE-2024-27980), and a shell takes one line of text.
 */
export function shimCommand(name, args, platform = process.platform) {
  if (platform !== 'win32') return { file: name, args, shell: false };
  return { file: [name, ...args.map(quote)].join(' '), args: [], shell: true };
}

/** Our own arguments are names, versions and paths. What cmd.exe reads inside quotes as well is refused. */
function quote(argument) {
  if (/["%!\r\n]/.test(argument)) throw new Error(`cannot pass ${JSON.stringify(argument)} through cmd.exe`);
  return /^[\w@:=.,/\\-]+$/.test(argument) ? argument : `"${argument}"`;
}

/** The script behind a command of an installed package: node runs it everywhere, without the link or `.cmd` file in `.bin`. */
export function toolScript(name, folder = root) {
  const manifest = join(folder, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}

/** Runs npm, npx or pnpm from the repository's root and waits. */
export function runShim(name, args, options) {
  const { file, args: rest, shell } = shimCommand(name, args);
  return spawnSync(file, rest, { cwd: root, shell, ...options });
}

/** Runs a command of an installed package from the repository's root and waits. */
export function runTool(name, args, options) {
  return spawnSync(process.execPath, [toolScript(name), ...args], { cwd: root, ...options });
}
