// Runs the commands of docs/guides/first-call.md as a new user would: in an empty folder, with the packages as they are packed.
// Prints each command, what it prints, and how long it all took. Builds nothing: run `npm run demo` first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, shimCommand } from './start-program.mjs';

const mostCommands = 5;
const guide = readFileSync(join(root, 'docs/guides/first-call.md'), 'utf8');
const [, block = ''] = /## On the emulator\n[^]*?```sh\n([^]*?)```/.exec(guide) ?? [];
const [, expected = ''] = /## On the emulator\n[^]*?```text\n([^]*?)```/.exec(guide) ?? [];
const commands = block.trim().split('\n');
if (commands.length > mostCommands)
  throw new Error(`the guide has ${commands.length} commands; at most ${mostCommands}`);

const scratch = mkdtempSync(join(tmpdir(), 'kosmo-first-call-'));
try {
  const tarballs = pack(['cli', 'host', 'lua', 'runtime', 'emulator', 'upstash']);
  const folder = mkdtempSync(join(scratch, 'empty-'));
  const env = { ...process.env, KOSMO_HOME: join(scratch, 'home') };
  const start = performance.now();
  const [install = '', emulate = '', ...calls] = commands;
  // Nothing is on a registry yet: each package is installed from its tarball.
  const installed = run(install.replaceAll(/@kosmokrator\/\S+/g, '').trim(), {
    folder,
    env,
    shown: install,
    more: tarballs,
  });
  if (installed.status !== 0) throw new Error('the packages cannot be installed');
  const { stdout, status } = run(emulate, {
    folder,
    env,
    input: calls.map((one) => `echo '$ ${one.replaceAll("'", `'\\''`)}'\n${one}\n`).join(''),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0 || !stdout.endsWith(expected))
    throw new Error(`the last command should print\n${expected}`);
  console.log(
    `\nfirst call: ${commands.length} commands from an empty folder to the first value, ${seconds} s`,
  );
} finally {
  rmSync(scratch, { recursive: true });
}

function pack(names) {
  const filters = names.flatMap((name) => ['--filter', `@kosmokrator/${name}`]);
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const args = ['--yes', packageManager, ...filters, 'exec', 'pnpm', 'pack', '--pack-destination', scratch];
  const { file, ...command } = shimCommand('npx', args);
  const { status, stdout, stderr } = spawnSync(file, command.args, {
    cwd: root,
    shell: command.shell,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the packages cannot be packed:\n${stdout}${stderr}`);
  return readdirSync(scratch)
    .filter((name) => name.endsWith('.tgz'))
    .map((name) => join(scratch, name));
}

/** Runs a command line in a shell, as a person would. */
function run(line, { folder, env, input = '', shown = line, more = [] }) {
  console.log(`$ ${shown}`);
  const options = {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    shell: true,
  };
  const ended = spawnSync([line, ...more].join(' '), options);
  console.log(ended.stdout.trimEnd());
  return ended;
}
