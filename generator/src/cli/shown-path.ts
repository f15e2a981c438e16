import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A path as one would type it here: from the working folder, unless the whole path is shorter. */
export function shownPath(path: string): string {
  const here = relative('', path).replaceAll('\\', '/');
  return here.length > path.length ? path : here;
}

/** The stages name files from the folder of the specs' folder, which need not be the working folder. */
export function fromHere(
  diagnostics: readonly Diagnostic[],
  { specsFolder }: { readonly specsFolder: string },
): Diagnostic[] {
  const root = dirname(specsFolder);
  const here = <Placed extends { readonly file: string }>(placed: Placed): Placed => {
    return { ...placed, file: shownPath(resolve(root, placed.file)) };
  };
  return diagnostics.map((one) => ({ ...here(one), ...(one.related && { related: here(one.related) }) }));
}
