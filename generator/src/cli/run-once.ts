import { relative } from 'node:path';
import { generateChanged } from '../cache/generate-changed.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { describeChanges, describeDrift } from './describe-changes.js';
import type { Arguments } from './read-arguments.js';

/** Generates or checks once, prints what came of it, and returns the exit code. */
export async function runOnce(args: Arguments): Promise<number> {
  const start = performance.now();
  const { diagnostics, changes, functionCount, fileCount } = await run(args);
  if (diagnostics.length > 0) {
    process.stderr.write(await render(diagnostics));
    return 1;
  }
  const total = `${functionCount} functions, ${fileCount} files, ${Math.round(performance.now() - start)} ms`;
  if (args.check && changes.length > 0) {
    process.stderr.write(describeDrift(changes, shown(args.packagesFolder)));
    return 1;
  }
  process.stdout.write(
    `${describeChanges(changes)}${changes.length === 0 ? 'Nothing changed: ' : ''}${total}\n`,
  );
  return 0;
}

/** A folder as one would type it here. */
function shown(folder: string): string {
  const path = relative('', folder);
  return path.startsWith('..') ? folder : path;
}

async function run(args: Arguments) {
  if (!args.check && !args.only) return generateChanged(args);
  const { generate } = await import('../pipeline.js');
  let functionCount = 0;
  let fileCount = 0;
  const result = await generate({
    ...args,
    onPackage: (_name, files, functions) => {
      functionCount += functions;
      fileCount += files.length;
    },
  });
  return { ...result, functionCount, fileCount };
}

async function render(diagnostics: readonly Diagnostic[]): Promise<string> {
  const { renderDiagnostics } = await import('../diagnostics/render.js');
  return renderDiagnostics(diagnostics);
}
