// Run in a package's folder: bundles the entries that its package.json names for Node, so that Node opens a few files
// instead of hundreds. What the user installs beside the package stays an import, everything else is inside. Arguments
// name those entries (`. ./parts`) that every program ends up with: all their code goes into one file.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleSettings, requireNode } from './bundle-settings.mjs';

const { bin = {}, exports: entries, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8'));
const outputOf = ({ node, default: path }) => node ?? path;
const outputs = [...Object.values(bin), ...Object.values(entries).map(outputOf)];
const folder = outputs[0].split('/')[1];
const installed = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) =>
  Object.keys(manifest[kind] ?? {}),
);

const sourceOf = (path) => path.replace(`./${folder}/`, './src/').replace(/js$/, 'ts');
const together = process.argv.slice(2).map((entry) => resolve(sourceOf(outputOf(entries[entry]))));

removeScripts(folder);
await build({
  entryPoints: outputs.map(sourceOf),
  outbase: 'src',
  outdir: folder,
  ...bundleSettings,
  external: installed,
  // Node prints the line that threw an uncaught error: in what programs call themselves, it is one that people can read.
  minifyWhitespace: together.length === 0,
  ...(together.length > 0 && { ignoreAnnotations: true, plugins: [importAll(together)] }),
  banner: { js: Object.keys(bin).length > 0 ? requireNode : '' },
});

/** Code that all entries import is one chunk, so each of them imports these files. */
function importAll(files) {
  const sources = new Set(outputs.map((path) => resolve(sourceOf(path))));
  return {
    name: 'import-all',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!sources.has(path)) return undefined;
        const code = readFileSync(path, 'utf8');
        // A process of its own has no use for it.
        if (!/ from '\.{1,2}\//.test(code)) return undefined;
        const others = files.filter((file) => file !== path);
        const lines = others.map((file) => `import ${JSON.stringify(file)};`);
        return { loader: 'ts', contents: [code, ...lines].join('\n') };
      });
    },
  };
}

/** Chunks of the last build, which have other names in this one. */
function removeScripts(path) {
  try {
    for (const name of readdirSync(path, { recursive: true }))
      if (name.endsWith('.js')) rmSync(join(path, name));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
