// Finishes a build: bundles the command into dist/bundle, where Node reads some forty files instead of three hundred.
// Modules that look for files beside themselves find them there: targets with their templates, and the worker.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleSettings, requireNode } from '../../scripts/bundle-settings.mjs';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const outdir = join(dist, 'bundle');
const targets = readdirSync(join(dist, 'targets')).filter((name) =>
  existsSync(join(dist, 'targets', name, 'index.js')),
);

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: {
    cli: join(dist, 'cli.js'),
    'generate-worker': join(dist, 'speed/threads/generate-worker.js'),
    ...Object.fromEntries(targets.map((name) => [`${name}/index`, join(dist, 'targets', name, 'index.js')])),
  },
  outdir,
  ...bundleSettings,
  // Native code, which has files of its own, and what only --watch loads.
  external: ['oxfmt', 'chokidar'],
  banner: { js: requireNode },
  // The runtime's own bundle names chunks that it needs nothing of.
  logLevel: 'error',
});
for (const name of targets) {
  const templates = join(dist, 'targets', name, 'templates');
  if (existsSync(templates)) cpSync(templates, join(outdir, name, 'templates'), { recursive: true });
}
