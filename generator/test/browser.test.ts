/** The stages from load to emit, bundled for a browser and run where there is nothing of Node. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { SpecFiles } from '../src/load/spec-files.js';
import { discoverTargets } from '../src/targets/discover.js';
import { makePackage } from '../src/pipeline/make-package.js';
import { openDiskSpecs } from '../src/pipeline/disk-files.js';

const generator = fileURLToPath(new URL('../', import.meta.url));
const specsFolder = join(generator, '../specs');
const names = readdirSync(specsFolder);
const targets = readdirSync(join(generator, 'src/targets'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** What a page would say: the specs and the templates are in memory, and each target is imported by name. */
const page = `
  import { openSpecs } from './src/load/open-specs.js';
  import { makePackage } from './src/pipeline/make-package.js';
  import { compileTemplate } from './src/emit/template/compile-template.js';
  ${targets.map((name, index) => `import target${index} from './src/targets/${name}/index.js';`).join('\n')}
  const makers = { ${targets.map((name, index) => `${name}: target${index}`).join(', ')} };
  globalThis.makeFiles = async (files, templates, name) => {
    const targets = Object.entries(makers).map(([target, make]) => {
      return make((name) => {
        const text = templates[target][name];
        return name.includes('.') ? () => text : compileTemplate(text);
      });
    });
    const format = async (files) => files;
    return makePackage(openSpecs(files, '/specs'), name, { targets, format });
  };
`;

/** Globals that browsers have, beside the language's own. */
const webGlobals = [
  'AbortController',
  'AbortSignal',
  'atob',
  'btoa',
  'clearTimeout',
  'crypto',
  'DOMException',
  'fetch',
  'Headers',
  'performance',
  'queueMicrotask',
  'Request',
  'Response',
  'setTimeout',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
] as const;

test('packages are made in a browser', async () => {
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: generator },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    // Only the default of `format` loads it.
    external: ['oxfmt'],
    logLevel: 'error',
  });
  const context = createContext(Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]])));
  runInContext(outputFiles[0]!.text, context);
  const makeFiles = runInContext('makeFiles', context) as (
    files: SpecFiles,
    templates: ReturnType<typeof readAllTemplates>,
    name: string,
  ) => ReturnType<typeof makePackage>;

  const specs = openDiskSpecs({ specsFolder });
  const onDisk = { targets: await discoverTargets(), format: async <Files>(files: Files) => files };
  for (const name of names) {
    const made = await makeFiles(readIntoMemory(), readAllTemplates(), name);
    const expected = await makePackage(specs, name, onDisk);
    expect(made.diagnostics).toHaveLength(0);
    expect(JSON.parse(JSON.stringify(made.package!.files))).toEqual(expected.package!.files);
  }
});

function readAllTemplates(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    targets.map((target) => {
      const folder = join(generator, 'src/targets', target, 'templates');
      const found = existsSync(folder) ? readdirSync(folder) : [];
      const files = found.map((file) => [basename(file, '.hbs'), readFileSync(join(folder, file), 'utf8')]);
      return [target, Object.fromEntries(files) as Record<string, string>];
    }),
  );
}

/** The specs of the repository, read at once. */
function readIntoMemory(): SpecFiles {
  const entries = readdirSync(specsFolder, { recursive: true, withFileTypes: true }).map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const path = `/specs${file.slice(specsFolder.length).replaceAll('\\', '/')}`;
    return [path, entry.isFile() ? readFileSync(file) : undefined] as const;
  });
  const contents = new Map<string, Uint8Array | undefined>(entries);
  const kindOf = (bytes: Uint8Array | undefined) => (bytes ? 'file' : 'folder');
  return {
    look(path) {
      const bytes = contents.get(path);
      return contents.has(path) ? { kind: kindOf(bytes), bytes: bytes?.length ?? 0 } : undefined;
    },
    list(folder) {
      const start = `${folder.replace(/\/\.$/, '')}/`;
      return [...contents].flatMap(([path, bytes]) => {
        const name = path.startsWith(start) ? path.slice(start.length) : '/';
        return name.includes('/') ? [] : [{ name, kind: kindOf(bytes) }];
      });
    },
    read: (path) => contents.get(path)!,
  };
}
