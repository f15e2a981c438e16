/** What agents read of every integration: all of it is there, each page under every name that it has, and short. */
import { readModels } from '@kosmokrator/generator';
import { createReference } from '@kosmokrator/host/reference';
import { loadCatalog } from '@kosmokrator/host';
import { afterAll, describe, expect, test } from 'vitest';
import { packagesFolder, specsFolder } from '@kosmokrator/testing/repository';
import { withSynthetic } from './synthetic-catalog.js';

const { models } = await readModels({ specsFolder, packagesFolder });
const catalog = loadCatalog({ folders: [packagesFolder] });
const reference = createReference(catalog);
const sizes: number[] = [];

/** Specs say null, which Lua calls nil. */
const inLua = (text: string) => text.replace(/\bnull\b/g, 'nil').replace(/\bNull\b/g, 'Nil');

test('the list has every integration', () => {
  const pages = reference.list();
  expect(pages.map(({ page }) => page)).toEqual(
    models.map(({ namespace }) => `integrations.${namespace}`).toSorted(),
  );
  for (const { title, summary } of pages) expect(summary.startsWith(`${title}. `)).toBe(true);
});

describe.each(models)('$name', ({ namespace, title, functions }) => {
  test('its page is the whole reference, under each name of the page', async () => {
    const page = await reference.read(namespace);
    const headings = page.split('\n').filter((line) => /^##? /.test(line));
    expect(headings).toEqual([
      `# ${title} — Lua API Reference`,
      ...functions.map(({ name }) => `## ${name}`),
      '## Multi-Account Usage',
    ]);
    for (const { description } of functions) expect(page).toContain(inLua(description));
    for (const name of [`integrations.${namespace}`, `app.integrations.${namespace}`, ` ${namespace} `]) {
      expect(await reference.read(name)).toBe(page);
    }
  });

  test('its page lists signatures and how to read a function when the reference is too long', async () => {
    const longer = {
      ...catalog,
      readFile: async (name: string, path: string) => {
        const written = JSON.parse(await catalog.readFile(name, path)) as { title: string };
        return JSON.stringify({ ...written, title: 'long '.repeat(5_000) });
      },
    };
    const page = await createReference(longer).read(namespace);
    for (const { name, kind, params } of functions) {
      const names = params.map((param) => `${param.name}${param.required ? '' : '?'}`).join(', ');
      const call = names === '' ? `${name}()` : `${name}{ ${names} }`;
      expect(page).toMatch(
        new RegExp(`^- \`${call.replaceAll(/[(){}?]/g, '\\$&')}\` \\(${kind}[,)].*: .+\\.$`, 'm'),
      );
    }
    expect(page.length).toBeLessThan(400 + 200 * functions.length);
    expect(page).toContain(`Read \`integrations.${namespace}.<function>\``);
  });

  test.each(functions)('the page of $name says all that there is to say', async (fn) => {
    const page = await reference.read(`integrations.${namespace}.${fn.name}`);
    expect(page).toContain(inLua(fn.description));
    for (const { name, description } of fn.params) {
      expect(page).toContain(`| \`${name}\` |`);
      expect(page).toContain(inLua(description));
    }
    for (const example of fn.examples) expect(page).toContain(`${example.title}:\n\n\`\`\`lua\n`);
    expect(page).not.toMatch(/^## /m);
    expect(page.includes('.each{')).toBe(fn.paginate !== undefined && !fn.paginate.collect);
    for (const name of [`${namespace}.${fn.name}`, `${namespace}.${fn.fullName}`, fn.fullName]) {
      expect(await reference.read(name)).toBe(page);
    }
    sizes.push(page.length);
  });
});

test.each([
  ['upstsh', 'integrations.upstash'],
  ['integrations.upstash.get_kye', 'integrations.upstash.get_key'],
  ['upstsh.get_key', 'integrations.upstash.get_key'],
  ['upstash.get_key.more', 'integrations.upstash.get_key'],
])('the page %s does not exist, and %s is near', async (name, near) => {
  await expect(reference.read(name)).rejects.toMatchObject({
    code: 'invalid_argument',
    param: 'page',
    message: expect.stringContaining(`did you mean "${near}"`),
  });
});

test.each([
  ['a question of 501 characters', () => reference.search('key '.repeat(126)), 'at most 500 characters'],
  ['a word of a million letters', () => reference.search('a'.repeat(1e6)), 'at most 500 characters'],
  ['a page name of a million letters', () => reference.read('a.'.repeat(5e5)), 'at most 200 characters'],
])('%s is refused', async (_, ask, message) => {
  const refused = await ask().catch((error: unknown) => error as Error & { code: string });
  expect(refused).toMatchObject({ code: 'invalid_argument', message: expect.stringContaining(message) });
  expect((refused as Error).message.length).toBeLessThan(200);
});

test('of a question the first telling words count, and of a word its beginning', async () => {
  const best = async (question: string) => (await reference.search(question))[0]?.page;
  const filler = Array.from({ length: 40 }, (_, index) => `zq${index}`).join(' ');
  expect(await best(`expire a key ${filler}`)).toBe('integrations.upstash.set_key');
  expect(await best(`${filler} expire a key`)).toBeUndefined();
  const long = 'a'.repeat(40);
  expect(await reference.search(`${long}b`)).toEqual(await reference.search(`${long}c`));
});

test('the page of all integrations has a line for each, and the reference is made once', async () => {
  expect((await reference.read('integrations')).match(/^- `/gm)).toHaveLength(models.length);
  expect(createReference(catalog)).toBe(reference);
});

test('reading a page reads no other integration', async () => {
  const read: string[] = [];
  const many = withSynthetic(catalog, 20);
  const watched = {
    ...many,
    readFile: (name: string, path: string) => (read.push(name), many.readFile(name, path)),
  };
  const { name, namespace } = many.integrations.at(-1)!.manifest;
  await createReference(watched).read(namespace);
  await createReference(watched).read(namespace);
  expect(read).toEqual([name]);
});

afterAll(() => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`function pages: ${sizes.length}, ${Math.round(total / sizes.length)} characters on average`);
});
