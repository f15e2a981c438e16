import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Project } from '../emit/package/project.js';
import { UsageError } from './usage-error.js';

/** The project's links, from the `package.json` beside the folder of specs; none where there is no such file. */
export function readProject({
  specsFolder,
  packagesFolder,
}: {
  readonly specsFolder: string;
  readonly packagesFolder: string;
}): Project {
  const root = dirname(specsFolder);
  const { repository, homepage, bugs, site } = readManifest(join(root, 'package.json'));
  return {
    repository,
    homepage,
    bugs,
    site,
    packagesPath: relative(root, packagesFolder).replaceAll('\\', '/'),
  };
}

function readManifest(file: string): Project {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Project;
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
