// The steps of the set-up, with pnpm on the path. Each prints one line, or all it has to say when it fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
const turbo = 'node_modules/.bin/turbo';
const packages = 'packages/integrations';

step('install', 'pnpm', ['install', '--frozen-lockfile', '--prefer-offline']);
step('build the generator', turbo, ['run', 'build', '--filter=@kosmokrator/generator']);
step('generate', process.execPath, ['generator/dist/bundle/cli.js', 'generate']);
// A spec folder added by hand has just become a package that pnpm does not know yet.
if (
  readdirSync(packages).some(
    (name) => !name.startsWith('.') && !existsSync(`${packages}/${name}/node_modules`),
  )
) {
  step('link new packages', 'pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline']);
}
step('build', turbo, ['run', 'build']);

function step(name, command, args) {
  const started = performance.now();
  const done = spawnSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (done.status === 0) return console.log(`set-up: ${name}, ${seconds} s`);
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`);
  console.error(`set-up: ${name} failed: ${command} ${args.join(' ')}`);
  process.exit(done.status || 1);
}
