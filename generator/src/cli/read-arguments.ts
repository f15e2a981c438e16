import { parseArgs } from 'node:util';
import { findFolders } from './find-folders.js';
import type { Project } from '../emit/package/project.js';
import { readProject } from './read-project.js';
import { UsageError } from './usage-error.js';

export const usage = `Usage: kosmo-generate generate [options]

Generates packages/integrations from specs.

  --check        write nothing; list files that are out of date, and exit with 1 if there are any
  --watch        generate again whenever a spec changes, until you interrupt it
  --prune        remove packages without specs, even if no package is left
  --only NAME    generate only this integration; can be repeated
  --specs DIR    folder of the specs (default: the nearest folder named specs, here or in a parent folder)
  --out DIR      folder of the packages (default: packages/integrations next to the specs)
  --help         show this text
`;

export interface Arguments {
  readonly check: boolean;
  readonly watch: boolean;
  readonly prune: boolean;
  readonly only: readonly string[] | undefined;
  readonly specsFolder: string;
  readonly packagesFolder: string;
  readonly project: Project;
}

/** Reads the command line; undefined when it asks for help. A lone `--`, which pnpm passes on, is ignored. */
export function readArguments(argv: readonly string[]): Arguments | undefined {
  const { values, positionals } = parse(argv.filter((argument) => argument !== '--'));
  if (values.help) return undefined;
  if (positionals.join(' ') !== 'generate') {
    throw new UsageError(
      positionals.length === 0 ? 'a command is missing' : `unknown command: ${positionals.join(' ')}`,
    );
  }
  if (values.check && values.watch) throw new UsageError('--check cannot be used with --watch');
  if (values.prune && values.only) throw new UsageError('--prune cannot be used with --only');
  const folders = findFolders(values.specs, values.out);
  return {
    check: values.check,
    watch: values.watch,
    prune: values.prune,
    only: values.only,
    ...folders,
    project: readProject(folders),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        prune: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true },
        specs: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node adds advice about `--` that does not help here.
    throw new UsageError(String((error as Error).message).split('. ', 1)[0] ?? '');
  }
}
