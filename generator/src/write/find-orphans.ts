import { join } from 'node:path';
import { errorCode } from './output-error.js';
import type { OutputFs } from './output-fs.js';
import { generatedMark } from './is-generated.js';
import { isFolder, listPackage } from './list-package.js';
import type { PackageChange } from './output.js';

/**
 * Generated packages that have no spec any more. Packages that a person wrote, and folders of
 * other kinds, are not among them.
 */
export function findOrphans(fs: OutputFs, root: string, names: ReadonlySet<string>): PackageChange[] {
  if (!isFolder(fs, root)) return [];
  const orphans: PackageChange[] = [];
  for (const entry of fs.readdirSync(root, { withFileTypes: true })) {
    const folder = join(root, entry.name);
    if (!entry.isDirectory() || entry.name.startsWith('.') || names.has(entry.name)) continue;
    if (!isGenerated(fs, folder, entry.name)) continue;
    const paths = [...(listPackage(fs, folder)?.files ?? [])].toSorted();
    const files = paths.map((path) => ({ path, kind: 'extra' as const }));
    orphans.push({ name: entry.name, kind: 'removed', files });
  }
  return orphans.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A generated package says so in its package.json, with the spec that it comes from. */
function isGenerated(fs: OutputFs, folder: string, name: string): boolean {
  try {
    const manifest: unknown = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8'));
    const note =
      typeof manifest === 'object' && manifest !== null && '//' in manifest ? manifest['//'] : undefined;
    return typeof note === 'string' && generatedMark(name).test(note);
  } catch (error) {
    if (error instanceof SyntaxError || ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? ''))
      return false;
    throw error;
  }
}
