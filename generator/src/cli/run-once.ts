import { generateChanged } from '../speed/generate-changed.js';
import { describeChanges, describeDrift } from './describe-changes.js';
import { printJson } from './print-json.js';
import type { Arguments } from './read-arguments.js';
import { fromHere, shownPath } from './shown-path.js';

/** Generates or checks once, prints what came of it, and returns the exit code. */
export async function runOnce(args: Arguments): Promise<number> {
  const start = performance.now();
  const { diagnostics, changes, functionCount, fileCount } = await run(args);
  if (args.json)
    return printJson(
      { diagnostics: fromHere(diagnostics, args), changes, functions: functionCount, files: fileCount },
      args.check,
    );
  if (diagnostics.length > 0) {
    const { renderDiagnostics } = await import('../diagnostics/render.js');
    process.stderr.write(renderDiagnostics(fromHere(diagnostics, args)));
    return 1;
  }
  if (args.check && changes.length > 0) {
    process.stderr.write(describeDrift(changes, shownPath(args.packagesFolder)));
    return 1;
  }
  const same = args.check ? 'Up to date: ' : 'Nothing changed: ';
  const what = changes.length > 0 ? describeChanges(changes) : same;
  const time = Math.round(performance.now() - start);
  process.stdout.write(`${what}${functionCount} functions, ${fileCount} files, ${time} ms\n`);
  return 0;
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
