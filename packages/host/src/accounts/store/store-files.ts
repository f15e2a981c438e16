import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { AccountContents } from './account-contents.js';
import { type AccountsFile, formatAccountsFile, parseAccountsFile } from './accounts-file.js';
import { checkPrivateFolder, makePrivateFolder } from '../../files/private-folder.js';
import { readPrivateFile, replacePrivateFile, tryDraft } from '../../files/private-file.js';
import { type StoreLock, withStoreLock } from '../../files/store-lock.js';

/** The accounts file at one moment, and what has been opened of it so far. */
export interface StoreState {
  /** Undefined when nothing has been stored yet. */
  readonly file: AccountsFile | undefined;
  /** By `integration/account`; empty at first. */
  readonly opened: Map<string, AccountContents>;
}

/** The files of one store. Reading never changes anything; writing happens under the lock only. */
export interface StoreFiles {
  readonly accountsFile: string;
  readonly keyFile: string;
  /** What is stored now; the same object as before while the file is untouched. */
  read(): StoreState;
  /** Runs `change` while no other process writes; it reads what it changes afresh. */
  write<T>(change: (writer: StoreWriter) => Promise<T>): Promise<T>;
}

export interface StoreWriter extends StoreState {
  replace(file: AccountsFile): void;
  /** Writes as much as an account needs, and removes it. Throws where the disk is full or may not be written to. */
  tryOut(): void;
  writeKeyFile(text: string): void;
}

// Two versions of a file written within one tick of the file system's clock can have the same stamp.
const tickMs = 100;

// More than the file of some hundred accounts has.
const draftBytes = 256 * 1024;

/** Opens the files below `folder`, in a folder `accounts` of their own, whose mode no other settings file depends on. */
export function openStoreFiles(folder: string): StoreFiles {
  const own = join(folder, 'accounts');
  const accountsFile = join(own, 'accounts.json');
  const keyFile = join(own, 'accounts.key');
  let kept: (StoreState & { readonly stamp: string }) | undefined;

  function load(): { readonly file: AccountsFile | undefined; readonly stats: Stats | undefined } {
    const read = checkPrivateFolder(own) ? readPrivateFile(accountsFile) : undefined;
    return { file: read && parseAccountsFile(read.text, accountsFile), stats: read?.stats };
  }

  return {
    accountsFile,
    keyFile,
    read() {
      const now = lstatSync(accountsFile, { throwIfNoEntry: false });
      if (kept && now && kept.stamp === stampOf(now)) return kept;
      const { file, stats } = load();
      const state = { file, opened: new Map<string, AccountContents>() };
      const settled = stats !== undefined && Date.now() - stats.ctimeMs > tickMs;
      kept = settled ? { ...state, stamp: stampOf(stats) } : undefined;
      return kept ?? state;
    },
    async write(change) {
      makePrivateFolder(own);
      return withStoreLock(own, async (lock) => {
        const { file, stats } = load();
        const same = kept && stats && kept.stamp === stampOf(stats);
        return change({ ...createWriter(lock), file, opened: same ? kept!.opened : new Map() });
      });
    },
  };

  function createWriter({ draft, check }: StoreLock): Omit<StoreWriter, keyof StoreState> {
    const put = (path: string, text: string) => {
      check();
      replacePrivateFile(path, text, draft);
    };
    return {
      tryOut: () => tryDraft(draft, draftBytes),
      replace: (next) => put(accountsFile, formatAccountsFile(next)),
      writeKeyFile: (text) => put(keyFile, text),
    };
  }
}

/** Changes when the file is replaced, written to, or given another mode or owner. */
function stampOf({ dev, ino, size, ctimeMs }: Stats): string {
  return `${dev}:${ino}:${size}:${ctimeMs}`;
}
