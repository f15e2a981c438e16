import { isAbsolute, join } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';
import { configFolder } from '../config-folder.js';
import { readPrivateFile } from '../files/private-file.js';
import { checkPrivateFolder } from '../files/private-folder.js';
import type { TrustedFolder } from './trusted-folder.js';

/** Where the list is: in a folder of its own, whose mode no other settings file depends on. */
export function trustFile(env: Environment): { readonly folder: string; readonly file: string } {
  const folder = join(configFolder(env), 'trust');
  return { folder, file: join(folder, 'folders.json') };
}

/** The folders that the user trusts. Throws for a list that others can change, or that is not one. */
export function readTrust(env: Environment): readonly TrustedFolder[] {
  const { folder, file } = trustFile(env);
  const read = checkPrivateFolder(folder) ? readPrivateFile(file) : undefined;
  return read === undefined ? [] : parseTrust(read.text, file);
}

export function formatTrust(folders: readonly TrustedFolder[]): string {
  return `${JSON.stringify({ kosmokrator_trust: 1, folders }, null, 2)}\n`;
}

function parseTrust(text: string, file: string): readonly TrustedFolder[] {
  try {
    const { kosmokrator_trust: version, folders } = JSON.parse(text) as Record<string, unknown>;
    if (version === 1 && Array.isArray(folders) && folders.every(isTrustedFolder)) return folders;
  } catch {
    // Said below.
  }
  throw new Error(`${file} is not a list of trusted folders. Remove it, and trust the folders again.`);
}

function isTrustedFolder(value: unknown): value is TrustedFolder {
  const { path, owner } = (value ?? {}) as Record<string, unknown>;
  return typeof path === 'string' && isAbsolute(path) && (owner === null || Number.isSafeInteger(owner));
}
