import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

export interface Bundle {
  readonly code: string;
  /** Minified. */
  readonly bytes: number;
  /** Minified, `gzip -9`. */
  readonly zipped: number;
}

/**
 * One generated function and what it needs, as an application would bundle it. An import of a Node built-in fails.
 * `without` names modules of the runtime to leave out, to see what they come to.
 */
export async function bundleCall(
  integration: string,
  fn: string,
  format: 'esm' | 'iife',
  without: readonly string[] = [],
): Promise<Bundle> {
  const module = `../packages/integrations/${integration}/dist/functions/${fn}.js`;
  const name = fn.replace(/_(.)/g, (_, next: string) => next.toUpperCase());
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${name} as call } from ${JSON.stringify(fileURLToPath(new URL(module, import.meta.url)))};`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    platform: 'neutral',
    format,
    globalName: 'bundle',
    target: 'es2022',
    plugins: [leaveOut(without)],
  });
  const code = outputFiles[0]!.text;
  return { code, bytes: code.length, zipped: gzipSync(code, { level: 9 }).length };
}

/** The modules keep what they import, and do nothing with it. */
function leaveOut(modules: readonly string[]): Plugin {
  return {
    name: 'leave-out',
    setup({ onLoad }) {
      onLoad({ filter: /runtime\/dist\/.*\.js$/ }, async ({ path }) => {
        if (!modules.includes(basename(path, '.js'))) return undefined;
        const code = await readFile(path, 'utf8');
        const imports = [...code.matchAll(/^import \{ (.*) \} from .*$/gm)];
        const exported = [...code.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)];
        const contents = [
          ...imports.map(([line]) => line),
          ...exported.map(
            ([, name]) => `export const ${name} = () => [${imports.map(([, names]) => names).join()}];`,
          ),
        ];
        return { contents: contents.join('\n') };
      });
    },
  };
}
