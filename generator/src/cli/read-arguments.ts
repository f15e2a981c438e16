import { parseArgs } from 'node:util';
import { findFolders } from './find-folders.js';
import type { Project } from '../emit/project.js';
import { readProject } from './read-project.js';
import { UsageError } from './usage-error.js';

export const usage = `Usage: kosmo-generate generate [options]

Generates packages/integrations from specs.

  --check        write nothing; list what is not as generated, and exit with 1 if anything is
  --watch        generate again whenever a spec changes, until interrupted
  --prune        remove packages whose specs are gone even when none would be left
  --only NAME    only this integration; may be given more than once
  --specs DIR    where the specs are (the nearest folder named specs, here or further up)
  --out DIR      where the packages go (packages/integrations beside the specs)
  --help         this text
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
  if (values.check && values.watch) throw new UsageError('--check and --watch do not go together');
  if (values.prune && values.only) throw new UsageError('--prune and --only do not go together');
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
