import { statSync } from 'node:fs';
import type { TrustedFolder } from './trusted-folder.js';

/** What trust in the folder at a real path is bound to. */
export function describeFolder(path: string): TrustedFolder {
  return { path, owner: process.getuid === undefined ? null : statSync(path).uid };
}
