import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';
import { replacePrivateFile } from '../files/private-file.js';
import { makePrivateFolder } from '../files/private-folder.js';
import { withStoreLock } from '../files/store-lock.js';
import { describeFolder } from './describe-folder.js';
import { packageFolders } from './package-folders.js';
import { formatTrust, readTrust, trustFile } from './trust-file.js';
import type { TrustedFolder } from './trusted-folder.js';
import { whyLapsed } from './why-lapsed.js';

/** A trusted folder as it is now. */
export interface ListedFolder extends TrustedFolder {
  /** Why its packages are not used, in words that follow its path; null when they are. */
  readonly problem: string | null;
}

/** The folders whose packages the user trusts, in the settings folder. Every failure is an `Error` with a message for people. */
export interface TrustStore {
  list(): readonly ListedFolder[];
  /**
   * Trusts a folder of packages, a package, or those folders of a project that hold packages, as long as it is at the same
   * real path and belongs to the same user. Gives those that are trusted now. Throws for a folder that a third user could
   * exchange.
   */
  add(folder: string): Promise<readonly TrustedFolder[]>;
  /** Ends the trust in a folder and in what is inside it, be it there or not. Gives those that were trusted. */
  remove(folder: string): Promise<readonly TrustedFolder[]>;
}

export function openTrustStore(env: Environment = process.env): TrustStore {
  const { folder: own, file } = trustFile(env);

  async function replace(change: (before: readonly TrustedFolder[]) => readonly TrustedFolder[]) {
    makePrivateFolder(own);
    await withStoreLock(own, ({ draft, check }) => {
      const folders = change(readTrust(env)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
      check();
      replacePrivateFile(file, formatTrust(folders), draft);
    });
  }

  return {
    list: () => readTrust(env).map(listFolder),
    async add(folder) {
      const added = packageFolders(folder).map(describeFolder);
      added.forEach(checkSafe);
      const paths = new Set(added.map(({ path }) => path));
      await replace((before) => [...before.filter(({ path }) => !paths.has(path)), ...added]);
      return added;
    },
    async remove(folder) {
      const removed = readTrust(env).filter(({ path }) => isInside(path, folder));
      const paths = new Set(removed.map(({ path }) => path));
      if (removed.length > 0) await replace((before) => before.filter(({ path }) => !paths.has(path)));
      return removed;
    },
  };
}

function listFolder(folder: TrustedFolder): ListedFolder {
  const { path, owner } = folder;
  return { path, owner, problem: whyLapsed(folder) ?? null };
}

/** That somebody else could exchange a folder is nothing that trust in it can cover. */
function checkSafe(folder: TrustedFolder): void {
  const why = whyLapsed(folder);
  if (why === undefined) return;
  const place = 'Move it to a folder that only you can change, or name it in KOSMO_INTEGRATIONS_PATH.';
  throw new Error(`${folder.path} ${why}. ${place}`);
}

/** Whether a path is a folder or below it, as the folder is named or where it leads. */
function isInside(path: string, folder: string): boolean {
  const tops = [resolve(folder), realPath(folder)];
  return tops.some((top) => path === top || path.startsWith(top.endsWith(sep) ? top : top + sep));
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
