/** Questions in plain words, and the page that each should find first: among the real integrations, and a thousand more. */
import { createReference } from '@kosmokrator/host/reference';
import type { Reference } from '@kosmokrator/host/reference';
import { loadCatalog } from '@kosmokrator/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packagesFolder } from '@kosmokrator/testing/repository';
import { withSynthetic } from './synthetic-catalog.js';

const questions: readonly (readonly [question: string, first: string])[] = [
  ['how do I expire a key', 'upstash.set_key'],
  ['set a key with a time to live', 'upstash.set_key'],
  ['store a value in redis', 'upstash.set_key'],
  ['cache a string for sixty seconds', 'upstash.set_key'],
  ['save a value under a key', 'upstash.set_key'],
  ['set ttl', 'upstash.set_key'],
  ['write key', 'upstash.set_key'],
  ['overwrite the value of a key', 'upstash.set_key'],
  ['read the value of a key', 'upstash.get_key'],
  ['look up a key in redis', 'upstash.get_key'],
  ['get key', 'upstash.get_key'],
  ['fetch a redis key', 'upstash.get_key'],
  ['remove a key', 'upstash.delete_key'],
  ['delete redis key', 'upstash.delete_key'],
  ['erase one key from the cache', 'upstash.delete_key'],
  ['find all keys that match a pattern', 'upstash.list_keys'],
  ['which keys are there', 'upstash.list_keys'],
  ['scan keys', 'upstash.list_keys'],
  ['keys by glob', 'upstash.list_keys'],
  ['list redis databases', 'upstash.list_databases'],
  ['endpoint and port of a redis database', 'upstash.get_database'],
  ['settings of one redis database', 'upstash.get_database'],
  ['upstash team members', 'upstash.get_current_user'],
  ['who am I on upstash', 'upstash.get_current_user'],
  ['whose upstash api key is this', 'upstash.get_current_user'],
  ['create a mysql database', 'planetscale.create_database'],
  ['make a new postgres database in planetscale', 'planetscale.create_database'],
  ['add a database to my organization', 'planetscale.create_database'],
  ['choose the cluster size and region of a database', 'planetscale.create_database'],
  ['branches of a database', 'planetscale.list_branches'],
  ['list branches', 'planetscale.list_branches'],
  ['is the main branch ready', 'planetscale.get_branch'],
  ['is this branch production or development', 'planetscale.get_branch'],
  ['which organizations can I see', 'planetscale.list_organizations'],
  ['list my orgs on planetscale', 'planetscale.list_organizations'],
  ['databases of an organization', 'planetscale.list_databases'],
  ['planetscale databases page by page', 'planetscale.list_databases'],
  ['state and region of one planetscale database', 'planetscale.get_database'],
  ['planetscale current user', 'planetscale.get_current_user'],
  ['first and last name of the user', 'planetscale.get_current_user'],
  ['sett key', 'upstash.set_key'],
  ['planetscle branchs', 'planetscale.list_branches'],
  ['upstash', 'upstash'],
  ['hosted mysql', 'planetscale'],
  ['serverless redis', 'upstash'],
  ['show all my upstash databases', 'upstash.list_databases'],
  ['show me my planetscale databases', 'planetscale.list_databases'],
  ['what databases do I have on upstash', 'upstash.list_databases'],
  ['show details of one upstash database', 'upstash.get_database'],
  ['show the branches of my database', 'planetscale.list_branches'],
  ['view a planetscale branch', 'planetscale.get_branch'],
  ['display my planetscale organizations', 'planetscale.list_organizations'],
  ['show who is logged in to planetscale', 'planetscale.get_current_user'],
  ['print the value stored under a key', 'upstash.get_key'],
  ['check whether a key exists', 'upstash.get_key'],
  ['show every key I stored', 'upstash.list_keys'],
  ['read the newest log entries', 'upstash_redis_start.read_log'],
  ['show me the last lines of the log', 'upstash_redis_start.read_log'],
  ['write a line to the log', 'upstash_redis_start.append_log'],
  ['see what I remembered', 'upstash_redis_start.recall'],
  ['get the metrics of my scratch database', 'upstash_redis_start.get_metrics'],
  ['add a job to the queue', 'upstash_redis_start.push_job'],
  ['take the next job from the queue', 'upstash_redis_start.pop_job'],
  ['show me how to delete a key', 'upstash.delete_key'],
  ['give me a redis without signing up', 'upstash_redis_start.create_database'],
  ['make a temporary redis database', 'upstash_redis_start.create_database'],
];

/** Questions whose page is among the first three only, since others fit as well or nearly so. */
const second: Readonly<Record<string, readonly string[]>> = {
  'the installed integrations': [],
  'these and 1,000 more': ['get the metrics of my scratch database'],
};

const real = loadCatalog({ folders: [packagesFolder] });
const catalogs = [
  ['the installed integrations', real],
  ['these and 1,000 more', withSynthetic(real, 1000)],
] as const;

describe.each(catalogs)('among %s', (name, catalog) => {
  let reference: Reference;
  const found = { first: 0, three: 0 };
  let built: number;

  beforeAll(async () => {
    reference = createReference(catalog);
    const started = performance.now();
    await reference.search('anything');
    built = performance.now() - started;
  });

  test.each(questions)('%s → %s', async (question, first) => {
    const hits = (await reference.search(question)).map(({ page }) => page.replace('integrations.', ''));
    found.three += Number(hits.slice(0, 3).includes(first));
    found.first += Number(hits[0] === first);
    expect(hits.slice(0, second[name]!.includes(question) ? 3 : 1)).toContain(first);
  });

  afterAll(async () => {
    const started = performance.now();
    for (const [question] of questions) await reference.search(question);
    const each = (performance.now() - started) / questions.length;
    console.log(
      `search among ${name}: ${found.first} of ${questions.length} first, ${found.three} among three; ` +
        `index of ${catalog.functionNames.length} functions built in ${built.toFixed(0)} ms, ${each.toFixed(1)} ms a query`,
    );
  });
});
