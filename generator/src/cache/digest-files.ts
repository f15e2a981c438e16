import { createHash } from 'node:crypto';

/** A digest of files and their names. Give them sorted by path. */
export function digestFiles(files: Iterable<readonly [path: string, content: string | Buffer]>): string {
  const hash = createHash('sha256');
  for (const [path, content] of files) {
    hash.update(`${path}\0${Buffer.byteLength(content)}\0`);
    hash.update(content);
  }
  return hash.digest('base64url');
}

export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
