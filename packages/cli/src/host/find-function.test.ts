import type { Catalog } from '@kosmokrator/host';
import { expect, test } from 'vitest';
import { findFunction } from './find-function.js';

/** A catalog without integrations, beside which a folder that is not trusted has `acme`. */
const catalog = {
  integration: () => undefined,
  find: () => undefined,
  functionNames: [],
  untrusted: (...names: string[]) => (names.includes('acme') ? '; FOLDER has "acme"' : ''),
} as Partial<Catalog> as Catalog;

test.each(['acme', 'acme_get', 'acme.get', 'acme-get-item'])(
  'an untrusted folder is named for %s',
  (word) => {
    expect(() => findFunction(catalog, word)).toThrow(`no function "${word}"; FOLDER has "acme"`);
  },
);

test('a name that nothing has leads to the list', () => {
  expect(() => findFunction(catalog, 'other')).toThrow(
    'no function "other"; "kosmo list" shows what there is',
  );
});
