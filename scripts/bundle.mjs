// Run in a package's folder: bundles the entries that its package.json names for Node, so that Node opens a few files
// instead of hundreds. What the user installs beside the package stays an import, everything else is inside.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleSettings, requireNode } from './bundle-settings.mjs';

const { bin = {}, exports: entries, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));
const outputs = [
  ...Object.values(bin),
  ...Object.values(entries).map(({ node, default: path }) => node ?? path),
];
const folder = outputs[0].split('/')[1];
const installed = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) =>
  Object.keys(manifest[kind] ?? {}),
);

removeScripts(folder);
await build({
  entryPoints: outputs.map((path) => path.replace(`./${folder}/`, './src/').replace(/js$/, 'ts')),
  outbase: 'src',
  outdir: folder,
  ...bundleSettings,
  external: installed,
  banner: { js: Object.keys(bin).length > 0 ? requireNode : '' },
});

/** Chunks of the last build, which have other names in this one. */
function removeScripts(path) {
  try {
    for (const name of readdirSync(path, { recursive: true }))
      if (name.endsWith('.js')) rmSync(join(path, name));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
