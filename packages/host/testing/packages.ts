import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** A manifest with one function, `get`. */
export const manifest = (name: string, more: object = {}) =>
  JSON.stringify({
    kosmokrator: 1,
    name,
    namespace: name.replaceAll('-', '_'),
    credentials: [],
    apis: [],
    functions: [{ name: 'get', full_name: `${name.replaceAll('-', '_')}_get` }],
    ...more,
  });

/** A temp folder with these files; there is no link on its path. */
export function tree(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'kosmo-packages-')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const stranger = 12_345;

/** Gives a folder to another user or, where only root could do that, makes this process another user's. */
export function giveAway(folder: string): number {
  const user = process.getuid!();
  if (user === 0) {
    chownSync(folder, stranger, stranger);
    return stranger;
  }
  vi.spyOn(process, 'getuid').mockReturnValue(stranger);
  onTestFinished(() => void vi.restoreAllMocks());
  return user;
}
