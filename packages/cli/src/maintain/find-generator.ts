import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '../errors/usage-error.js';

const name = '@kosmokrator/generator';

/** The generator of the project that the working folder is in: `kosmo` has none of its own. */
export function findGenerator(folder = process.cwd()): string {
  try {
    return createRequire(join(folder, 'package.json')).resolve(`${name}/cli`);
  } catch {
    throw new UsageError(
      `the project in ${folder} has no generator. Install it there: npm install --save-dev ${name}`,
    );
  }
}
