/** Paths of this repository that guides name in code are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '@kosmokrator/testing/repository';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs/guides')).map((name) => `docs/guides/${name}`),
];

/** Code spans that begin with a folder of the repository and name one place, without a placeholder. */
function pathsIn(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const spans =
    text.match(
      /`(?:generator|packages|docs\/(?:guides|reference)|examples|testing|test|bench|scripts|\.ci|specs)\/[\w./-]*`/g,
    ) ?? [];
  // What a build makes need not be there.
  return spans.map((span) => span.slice(1, -1)).filter((path) => !/\/(?:dist|bundle)\//.test(path));
}

test.each(pages)('%s', (page) => {
  expect(pathsIn(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the table of the architecture has its twenty questions', () => {
  const page = readFileSync(join(root, 'docs/guides/architecture.md'), 'utf8');
  const [, table = ''] = /## Where is …\?\n([^]*?)\n## /.exec(page) ?? [];
  expect(table.match(/^\| .*`.*\|$/gm)!.length).toBeGreaterThanOrEqual(20);
});
