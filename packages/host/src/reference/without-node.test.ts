/** The pages and the search of a site that has the files of a package, and neither Node nor a folder. */
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import type * as reference from './index.js';

const manifest = {
  name: 'acme-notes',
  namespace: 'acme_notes',
  title: 'Acme Notes',
  description: 'Notes.',
  credentials: [],
  functions: [{ name: 'get_note', full_name: 'acme_notes_get_note', title: 'Get note', operation: 'read' }],
};
const described = {
  name: 'get_note',
  sdk: 'getNote',
  description: 'Read a note.',
  params: [],
  fields: [],
  examples: [],
};
const text = JSON.stringify({
  kosmokrator: 1,
  name: 'acme-notes',
  title: 'Acme Notes',
  auth: 'no auth',
  sdk: 'AcmeNotes',
  functions: [described],
});

/** The module as a script for browsers, and what it exports. A browser has timers, and nothing of Node. */
function loadInBrowser(): typeof reference {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'reference',
  });
  const context = createContext({ setTimeout, URL, TextEncoder, TextDecoder });
  return runInContext(`${outputFiles[0]!.text};reference`, context) as typeof reference;
}

test('a page is written, and one that cannot be read is refused', () => {
  const { parseReference, functionPage } = loadInBrowser();
  const integration = { manifest, folder: 'https://cdn.test/acme-notes' } as unknown as Parameters<
    typeof parseReference
  >[1];
  const known = { integration, function: integration.manifest.functions[0]! };
  expect(functionPage(known, parseReference(text, integration))).toContain(
    '`app.integrations.acme_notes.get_note()` (read)',
  );
  expect(() => parseReference(text.slice(1), integration)).toThrow(
    'the package of acme-notes in https://cdn.test/acme-notes has a reference.json that is not JSON',
  );
});

test('a catalog of fetched files is searched and read', async () => {
  const { createReference } = loadInBrowser();
  const integration = { manifest, folder: 'https://cdn.test/acme-notes' };
  const found = { integration, function: manifest.functions[0] };
  const { search, read } = createReference({
    integrations: [integration],
    broken: [],
    integration: () => integration,
    find: () => found,
    untrusted: () => '',
    readFile: async () => text,
  } as unknown as reference.ReferenceCatalog);
  expect((await search('look up a note'))[0]).toMatchObject({
    page: 'integrations.acme_notes.get_note',
    summary: 'get_note() Read a note.',
  });
  expect(await read('acme_notes')).toMatch(/^# Acme Notes — Lua API Reference\n/);
});
