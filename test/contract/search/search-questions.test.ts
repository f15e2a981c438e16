/** The share of plain questions that find their function first, in two halves: one to tune on, one kept aside. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createReference } from '@kosmokrator/host/reference';
import { loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packagesFolder, root } from '@kosmokrator/testing/repository';
import { installDrafts, installSmallServices } from './install-services.js';
import { readQuestions, type Origin, type Question } from './questions.js';

/** Specs beside the repository, or those of any other folder. */
const drafts = process.env['SEARCH_DRAFTS'] ?? join(root, '../shared/language/specs');

const catalogs: readonly {
  readonly name: string;
  /** Undefined where the specs are not at hand. */
  readonly install: () => ReturnType<typeof installSmallServices> | undefined;
  readonly origins: readonly Origin[];
  /** The share of the questions kept aside that find their function first, at least. */
  readonly share: number;
}[] = [
  { name: 'the installed integrations', install: () => undefined, origins: ['installed'], share: 0.9 },
  {
    name: 'these and four small services',
    install: installSmallServices,
    origins: ['installed', 'small'],
    share: 0.89,
  },
  {
    name: 'these and fourteen drafts',
    install: () => installDrafts(drafts),
    origins: ['installed', 'drafts'],
    share: 0.9,
  },
];

describe.each(catalogs)('among $name', ({ name, install, origins, share }) => {
  const withDrafts = origins.includes('drafts');
  const missing = withDrafts && !existsSync(drafts);
  let installed: Awaited<ReturnType<typeof installSmallServices>> | undefined;
  let reference: ReturnType<typeof createReference>;

  beforeAll(async () => {
    if (missing) return;
    installed = await install();
    const catalog = loadCatalog({ folders: [installed?.folder ?? packagesFolder] });
    reference = createReference(catalog);
  });

  test.skipIf(missing).each(['tune', 'held-out'] as const)(
    `%s${missing ? `: skipped, since there is no folder ${drafts}` : ''}`,
    async (half) => {
      const asked = readQuestions(half).filter(({ origin }) => origins.includes(origin));
      const missed: string[] = [];
      for (const one of asked) {
        const found = await firstPage(one);
        if (found !== one.first) missed.push(`  ${one.question} → ${found}, not ${one.first}`);
      }
      const first = asked.length - missed.length;
      console.log(
        `${half} among ${name}: ${first} of ${asked.length} first (${percent(first / asked.length)})`,
      );
      if (half === 'tune') console.log(missed.join('\n'));
      expect(asked.length).toBeGreaterThan(50);
      expect(first / asked.length).toBeGreaterThanOrEqual(share);
    },
  );

  async function firstPage({ question }: Question): Promise<string | undefined> {
    const [hit] = await reference.search(question);
    return hit?.page.replace('integrations.', '');
  }

  afterAll(() => installed?.remove());
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
