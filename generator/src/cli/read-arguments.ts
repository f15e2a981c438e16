import { parseArgs } from 'node:util';
import { findFolders } from './find-folders.js';
import type { Project } from '../emit/package/project.js';
import { readProject } from './read-project.js';
import { UsageError } from './usage-error.js';

export const usage = `Usage: kosmo-generate generate [options]
       kosmo-generate validate [options]

generate makes packages/integrations from specs. validate checks specs and their examples, and writes nothing; of the
options it takes --only, --specs, --json and --help.

  --check        write nothing; list files that are out of date, and exit with 1 if there are any
  --watch        generate again whenever a spec changes, until you interrupt it
  --prune        remove packages without specs, even if no package is left
  --only NAME    only this integration; can be repeated
  --specs DIR    folder of the specs (default: the nearest folder named specs, here or in a parent folder)
  --out DIR      folder of the packages (default: packages/integrations next to the specs)
  --json         print one JSON object: ok, diagnostics, changes, functions, files
  --help         show this text
`;

export interface Arguments {
  readonly command: 'generate' | 'validate';
  readonly json: boolean;
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
  const command = positionals.join(' ');
  if (command !== 'generate' && command !== 'validate')
    throw new UsageError(command === '' ? 'a command is missing' : `unknown command: ${command}`);
  const writing = (['check', 'watch', 'prune', 'out'] as const).find((name) => values[name]);
  if (command === 'validate' && writing)
    throw new UsageError(`validate writes nothing: leave out --${writing}`);
  if (values.json && values.watch) throw new UsageError('--json cannot be used with --watch');
  if (values.check && values.watch) throw new UsageError('--check cannot be used with --watch');
  if (values.prune && values.only) throw new UsageError('--prune cannot be used with --only');
  const folders = findFolders(values.specs, values.out);
  return {
    command,
    json: values.json,
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
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node adds advice about `--` that does not help here.
    throw new UsageError(String((error as Error).message).split('. ', 1)[0] ?? '');
  }
}
