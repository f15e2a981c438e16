import { renderDiagnostics } from '../diagnostics/render.js';
import { readModels } from '../pipeline/read-models.js';
import { printJson } from './print-json.js';
import type { Arguments } from './read-arguments.js';
import { fromHere } from './shown-path.js';

/** Checks specs and their examples, prints what is wrong with them, and returns the exit code. Writes nothing. */
export async function runValidate({ specsFolder, packagesFolder, only, json }: Arguments): Promise<number> {
  const { models, diagnostics: found } = await readModels({ specsFolder, packagesFolder, only });
  const diagnostics = fromHere(found, { specsFolder });
  const functions = models.reduce((sum, model) => sum + model.functions.length, 0);
  if (json) return printJson({ diagnostics, changes: [], functions, files: 0 }, true);
  if (diagnostics.length > 0) {
    process.stderr.write(renderDiagnostics(diagnostics));
    return 1;
  }
  const noun = models.length === 1 ? 'integration' : 'integrations';
  process.stdout.write(`Valid: ${functions} functions of ${models.length} ${noun}\n`);
  return 0;
}
