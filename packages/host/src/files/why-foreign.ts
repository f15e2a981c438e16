import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, parse, resolve } from 'node:path';
import { ancestors } from './ancestors.js';

type Entry = Pick<Stats, 'uid' | 'gid' | 'mode' | 'isSymbolicLink'>;

/** The questions that are put to a disk. */
export interface Disk {
  lstat(path: string): Entry;
  readlink(path: string): string;
}

const ownDisk: Disk = { lstat: (path) => lstatSync(path), readlink: (path) => readlinkSync(path) };

/**
 * Why the code at a path is not the user's alone, in words that follow the path: it, a folder above it or a link on the
 * way to it belongs to someone who is neither the user nor the system nor among `owners`, or others may put something else
 * in its place. Undefined when it is the user's. What is above the home folder is as safe as that. Windows tells no owner.
 */
export function whyForeign(
  path: string,
  owners: readonly number[] = [],
  disk: Disk = ownDisk,
): string | undefined {
  const user = process.getuid?.();
  if (user === undefined) return undefined;
  // In a container the folders of the system can have the number of nobody.
  const system = [0, disk.lstat(parse(path).root).uid];
  for (const at of wayTo(path, disk)) {
    const stats = disk.lstat(at);
    const why = [user, ...system, ...owners].includes(stats.uid)
      ? whyOpen(stats, system)
      : `belongs to user ${stats.uid}`;
    if (why === undefined) continue;
    if (at === path) return why;
    return `${path.startsWith(at) ? 'is in' : 'leads through a link to'} ${at}, which ${why}`;
  }
  return undefined;
}

/** The path and the folders above it that are not above the home folder; of each that is a link, also what it leads to. */
function wayTo(path: string, disk: Disk, found = new Set<string>()): Set<string> {
  const aboveHome = new Set(ancestors(homedir()).slice(1));
  for (const at of ancestors(path)) {
    if (found.has(at) || (aboveHome.has(at) && at !== path)) continue;
    found.add(at);
    if (disk.lstat(at).isSymbolicLink()) wayTo(resolve(dirname(at), disk.readlink(at)), disk, found);
  }
  return found;
}

/**
 * That others may write there. In a sticky folder they can only add their own, which its owner shows; a link has no mode.
 * A group is the owner's own where it has his number, as most systems give one to each user, and the user's first one is his.
 */
function whyOpen(stats: Entry, system: readonly number[]): string | undefined {
  const { uid, gid, mode } = stats;
  if (stats.isSymbolicLink() || (mode & 0o1000) !== 0) return undefined;
  if ((mode & 0o0002) !== 0) return 'can be changed by every user';
  const closed = (mode & 0o0020) === 0 || system.includes(uid);
  return closed || [uid, 0, process.getgid?.()].includes(gid) ? undefined : `can be changed by group ${gid}`;
}
