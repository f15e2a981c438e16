import { join } from 'node:path';
import {
  checkPrivateFolder,
  makePrivateFolder,
  newProcessMark,
  readPrivateFile,
  replacePrivateFile,
  stateFolder,
} from '@kosmokrator/host/private-files';

const mostLines = 1000;
const longestLine = 10_000;

/** What was typed at the prompt of `kosmo lua`, in a file that the user alone can read. */
export interface LuaHistory {
  /** The newest first. */
  read(): readonly string[];
  /** Adds lines, the newest last. Where they cannot be stored, they are in no file. */
  add(lines: readonly string[]): void;
}

export function openLuaHistory(folder = stateFolder()): LuaHistory {
  const file = join(folder, 'lua-history');
  const lines = () => {
    try {
      const text = checkPrivateFolder(folder) ? readPrivateFile(file)?.text : undefined;
      return (text ?? '').split('\n').filter(Boolean);
    } catch {
      return undefined;
    }
  };
  return {
    read: () => (lines() ?? []).toReversed(),
    add(added) {
      // Another prompt may have added some meanwhile. What cannot be read, as it is somebody else's, is left alone.
      const before = lines();
      if (before === undefined) return;
      const all = [...before, ...added.filter((line) => line.length <= longestLine)].slice(-mostLines);
      try {
        makePrivateFolder(folder);
        replacePrivateFile(file, all.map((line) => `${line}\n`).join(''), join(folder, newProcessMark()));
      } catch {
        return;
      }
    },
  };
}
