import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/node-binaries/', import.meta.url));
const pinned = JSON.parse(
  readFileSync(new URL('../../../scripts/node-binaries.json', import.meta.url), 'utf8'),
) as readonly string[];

/** The Node versions that the SDK runs on besides this one, as `scripts/fetch-node.mjs` has fetched them. */
export const nodeBinaries = pinned.map((version) => {
  const path = join(cache, version, 'package/bin/node');
  return { version, path, isThere: existsSync(path) };
});
