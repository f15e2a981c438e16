import { digestFiles, digestText } from '../../write/digest-files.js';
import { readContents, type TreeState } from './tree-state.js';

/** A folder's files as an earlier run knew them. The content decides; the stats save reading it. */
export interface RecordedTree {
  readonly content: string;
  /** Absent when the files were so new that a later change could look the same. */
  readonly stats?: string;
}

/** Clocks of file systems tick every 10 ms or less; a change within one tick leaves no trace in the stats. */
const tickMs = 50;

/**
 * What to record of a folder. `since` is a time before `content` was computed: files that changed
 * later may not be what `content` says, so their stats are not recorded.
 */
export function recordTree(tree: TreeState, content: string, since: number): RecordedTree {
  return isOld(tree, since) ? { content, stats: digestText(tree.stats) } : { content };
}

/** Whether a change after `since` would show in the stats. */
export function isOld({ newest }: { readonly newest: number }, since: number): boolean {
  return newest < since - tickMs;
}

/** `undefined`: the files differ. Otherwise what to record from now on. */
export function matchTree(
  recorded: RecordedTree | undefined,
  tree: TreeState | undefined,
  folder: string,
  since: number,
): RecordedTree | undefined {
  if (!recorded || !tree) return undefined;
  if (recorded.stats !== undefined && recorded.stats === digestText(tree.stats)) return recorded;
  if (recorded.content !== contentDigest(folder, tree)) return undefined;
  return recordTree(tree, recorded.content, since);
}

export function contentDigest(folder: string, tree: TreeState): string {
  return digestFiles(readContents(folder, tree.paths));
}
