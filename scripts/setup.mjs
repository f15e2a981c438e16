// Everything that a fresh clone needs before a command can run: dependencies, generated packages, builds.
// Runs on Node and npm alone; pnpm comes through npx at the version that package.json pins.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
const turbo = 'node_modules/.bin/turbo run build --output-logs=errors-only --no-color';

/** Installs, generates and builds; ends the process with a message when a step fails. */
export function setUp() {
  withPnpm(
    'pnpm install --frozen-lockfile --prefer-offline --silent',
    `${turbo} --filter=@kosmokrator/generator`,
    'node generator/dist/cli.js generate',
  );
  // A spec folder added by hand has just become a package that pnpm does not know yet.
  const link = hasUnlinkedPackage() ? ['pnpm install --no-frozen-lockfile --prefer-offline --silent'] : [];
  withPnpm(...link, turbo);
}

/** Runs a program from the repository's root with its output shown, and gives its exit code. */
export function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

function withPnpm(...commands) {
  const status = run('npx', ['--yes', `--package=${packageManager}`, '--call', commands.join(' && ')]);
  if (status === 0) return;
  console.error(`Set-up failed in: ${commands.join(' && ')}`);
  process.exit(status);
}

function hasUnlinkedPackage() {
  const folder = `${root}packages/integrations/`;
  return readdirSync(folder).some(
    (name) => !name.startsWith('.') && !existsSync(`${folder}${name}/node_modules`),
  );
}
