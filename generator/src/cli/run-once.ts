import { dirname, relative, resolve } from 'node:path';
import { generateChanged } from '../speed/generate-changed.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { describeChanges, describeDrift } from './describe-changes.js';
import type { Arguments } from './read-arguments.js';

/** Generates or checks once, prints what came of it, and returns the exit code. */
export async function runOnce(args: Arguments): Promise<number> {
  const start = performance.now();
  const { diagnostics, changes, functionCount, fileCount } = await run(args);
  if (diagnostics.length > 0) {
    process.stderr.write(await render(diagnostics, dirname(args.specsFolder)));
    return 1;
  }
  if (args.check && changes.length > 0) {
    process.stderr.write(describeDrift(changes, shown(args.packagesFolder)));
    return 1;
  }
  const same = args.check ? 'Up to date: ' : 'Nothing changed: ';
  const what = changes.length > 0 ? describeChanges(changes) : same;
  const time = Math.round(performance.now() - start);
  process.stdout.write(`${what}${functionCount} functions, ${fileCount} files, ${time} ms\n`);
  return 0;
}

/** A path as one would type it here: from the working folder, unless the whole path is shorter. */
function shown(path: string): string {
  const here = relative('', path).replaceAll('\\', '/');
  return here.length > path.length ? path : here;
}

async function run(args: Arguments) {
  if (!args.check && !args.only) return generateChanged(args);
  const [{ generate }, { generateEach }] = await Promise.all([
    import('../pipeline/generate.js'),
    import('../speed/threads/generate-each.js'),
  ]);
  const result = await generate({ ...args, generateEach: (names) => generateEach(names, args) });
  return {
    ...result,
    functionCount: result.packages.reduce((sum, made) => sum + made.functionCount, 0),
    fileCount: result.packages.reduce((sum, made) => sum + made.fileCount, 0),
  };
}

/** The stages name files from the root, which need not be the working folder. */
async function render(diagnostics: readonly Diagnostic[], root: string): Promise<string> {
  const { renderDiagnostics } = await import('../diagnostics/render.js');
  const here = <Placed extends { readonly file: string }>(placed: Placed): Placed => {
    return { ...placed, file: shown(resolve(root, placed.file)) };
  };
  return renderDiagnostics(
    diagnostics.map((one) => ({ ...here(one), ...(one.related && { related: here(one.related) }) })),
  );
}
