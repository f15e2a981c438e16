import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Bundle {
  readonly code: string;
  /** Minified. */
  readonly bytes: number;
  /** Minified, `gzip -9`. */
  readonly zipped: number;
}

/** One generated function and what it needs, as an application would bundle it. An import of a Node built-in fails. */
export async function bundleCall(integration: string, fn: string, format: 'esm' | 'iife'): Promise<Bundle> {
  const module = `../../packages/integrations/${integration}/dist/functions/${fn}.js`;
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
  });
  const code = outputFiles[0]!.text;
  return { code, bytes: code.length, zipped: gzipSync(code, { level: 9 }).length };
}
