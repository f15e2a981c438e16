import { statSync } from 'node:fs';

/**
 * Why the code in a folder is not the user's own, in words that follow the folder's path: it belongs to someone who is
 * neither the user nor root nor among `owners`. Undefined when it is the user's. Windows tells no owner.
 */
export function whyForeign(folder: string, owners: readonly number[] = []): string | undefined {
  const user = process.getuid?.();
  if (user === undefined) return undefined;
  const { uid } = statSync(folder);
  return [user, 0, ...owners].includes(uid) ? undefined : `belongs to user ${uid}`;
}

/** The same, and that everybody may put files into it. A sticky folder lets others add their own alone, which their owner shows. */
export function whyForeignOrOpen(folder: string, owners: readonly number[] = []): string | undefined {
  const foreign = whyForeign(folder, owners);
  if (foreign !== undefined || process.getuid === undefined) return foreign;
  const { mode } = statSync(folder);
  return (mode & 0o1002) === 0o0002 ? 'can be changed by every user' : undefined;
}
