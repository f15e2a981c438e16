import { join } from 'node:path';
import type { OutputFile } from '../emit/target.js';
import { isFolder, listPackage } from './list-package.js';
import { OutputError } from './output-error.js';
import type { OutputFs } from './output-fs.js';

/** What the head of a generated file says: that it comes from the spec of this name, in whatever folder of specs. */
export function generatedMark(name: string): RegExp {
  return new RegExp(`Generated from [^\\s"]{1,200}/${name}/|Generated from ${name}/`);
}

/** Characters at the beginning of a file among which the mark stands. */
const headSize = 1_000;

/**
 * Throws unless a folder may be emptied for a package: nothing is there but what other tools put there, or a file that is
 * generated anew says that it was generated from this spec. One such file is enough, since another may be broken.
 */
export function checkGenerated(
  fs: OutputFs,
  folder: string,
  name: string,
  files: readonly OutputFile[],
): void {
  if (!isFolder(fs, folder)) return;
  const { files: present, strange } = listPackage(fs, folder)!;
  if (present.size === 0 && strange.length === 0) return;
  const mark = generatedMark(name);
  const marked = files.filter(
    ({ path, content }) => present.has(path) && mark.test(content.slice(0, headSize)),
  );
  const isMarked = ({ path }: OutputFile): boolean =>
    mark.test(fs.readFileSync(join(folder, path)).subarray(0, headSize).toString('latin1'));
  if (marked.some(isMarked)) return;
  throw new OutputError(
    `${folder} was not generated: none of its files contains "Generated from …/${name}/", so nothing in it was replaced or removed. ` +
      `Move the folder away, then generate again.`,
  );
}
