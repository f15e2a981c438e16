import { realpathSync, statSync } from 'node:fs';
import { whyForeign } from '../files/why-foreign.js';
import { systemProblem } from '../system-problem.js';
import type { TrustedFolder } from './trusted-folder.js';

/** Why a folder is not the one that was trusted, in words that follow its path; undefined when it is. */
export function whyLapsed({ path, owner }: TrustedFolder): string | undefined {
  try {
    if (realpathSync(path) !== path) return 'now leads somewhere else, through a link';
    const stats = statSync(path);
    if (!stats.isDirectory()) return 'is no longer a folder';
    if (owner === null) return undefined;
    return stats.uid === owner ? whyForeign(path, [owner]) : `now belongs to user ${stats.uid}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'no longer exists' : `cannot be read: ${systemProblem(error) ?? code}`;
  }
}
