import { closeSync, fstatSync, lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';
import { configFolder } from '../../config-folder.js';
import { openWithoutWaiting } from '../../files/open-without-waiting.js';
import { systemProblem } from '../../system-problem.js';
import { parsePolicy } from './parse-policy.js';
import type { PolicyDocument } from './policy-document.js';
import { PolicyError } from './policy-error.js';

/** A user's policy, and the path that it is at or would be at. */
export interface LoadedPolicy {
  readonly document: PolicyDocument;
  readonly source: string;
  /** There is no such file. */
  readonly missing: boolean;
}

/**
 * Reads `policy.json` from the user's config folder; when there is none, the policy has no rules. Throws a
 * `PolicyError` for a file that is not a policy, that cannot be read, or that others can change.
 */
export function loadPolicy(env: Environment = process.env): LoadedPolicy {
  const source = join(configFolder(env), 'policy.json');
  const text = readOwnFile(source);
  return {
    source,
    document: text === undefined ? {} : parsePolicy(text, source),
    missing: text === undefined,
  };
}

function readOwnFile(path: string): string | undefined {
  let fd: number | undefined;
  try {
    fd = openWithoutWaiting(path);
    const problem = whyUntrusted(fstatSync(fd), path);
    if (problem) throw new PolicyError(path, [problem]);
    return readFileSync(fd, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Behind a link, a policy that is gone for now would let everything through that it denies.
    if (code === 'ENOENT' && lstatSync(path, { throwIfNoEntry: false }))
      throw new PolicyError(path, ['is a link to a file that does not exist']);
    if (code === 'ENOENT') return undefined;
    throw error instanceof PolicyError
      ? error
      : new PolicyError(path, [`cannot be read: ${systemProblem(error) ?? code}`]);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Everyone may read a policy. One that others may write is theirs, not the user's. */
function whyUntrusted(stats: Stats, path: string): string | undefined {
  const user = process.getuid?.();
  if (!stats.isFile()) return 'is not a file';
  if (user === undefined) return undefined;
  if (stats.uid !== user && stats.uid !== 0)
    return `belongs to user ${stats.uid}, not to you; it is not used`;
  if ((stats.mode & 0o022) !== 0) return `can be changed by other users; run: chmod go-w "${path}"`;
  return undefined;
}
