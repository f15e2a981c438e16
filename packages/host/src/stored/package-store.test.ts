import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalog } from '../catalog/catalog.js';
import { createReference } from '../reference/create-reference.js';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'kosmo-stored-'))));
afterEach(() => rmSync(root, { recursive: true }));

const things = ['parcel', 'invoice', 'meeting', 'picture', 'song'];
const nameOf = (index: number) => `${things[index % things.length]}-${index}`;

function install(count: number): void {
  for (let index = 0; index < count; index += 1) installOne(nameOf(index), things[index % things.length]!);
}

function installOne(name: string, thing: string, title = `The ${name} service`): void {
  const namespace = name.replaceAll('-', '_');
  const short = `get_${thing}`;
  const fn = { name: short, full_name: `${namespace}_${short}`, title: `Get ${thing}`, operation: 'read' };
  const described = {
    name: short,
    sdk: short,
    description: `Read one ${thing}.`,
    params: [],
    fields: [],
    examples: [],
  };
  const manifest = {
    kosmokrator: 1,
    name,
    namespace,
    title,
    category: 'test',
    description: `All about a ${thing}.`,
    credentials: [],
    apis: [],
    functions: [fn],
  };
  const reference = { kosmokrator: 1, name, title, auth: 'no auth', sdk: 'Client', functions: [described] };
  mkdirSync(join(root, 'packages', name), { recursive: true });
  writeFileSync(join(root, 'packages', name, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(root, 'packages', name, 'reference.json'), JSON.stringify(reference));
}

const env = () => ({ KOSMO_HOME: join(root, 'home') });
const open = (keep = true, settings: Record<string, string> = env()) =>
  loadCatalog({ folders: [join(root, 'packages')], env: settings, keep });
const titles = (catalog = open()) => catalog.integrations.map(({ manifest }) => manifest.title);
const search = async (question: string, catalog = open()) =>
  (await createReference(catalog).search(question)).map(({ page }) => page);
const folder = () => join(root, 'home/cache/index');
const fileOf = (kind: string) =>
  join(folder(), readdirSync(folder()).find((name) => name.endsWith(`.${kind}`)) ?? 'none');

/** Stores something else under the stamp that is there, in the right form. */
function forge(kind: string, change: (body: string) => string): void {
  const [first = '', ...rest] = readFileSync(fileOf(kind), 'utf8').split('\n');
  const body = change(rest.join('\n'));
  const [name, version, stamp] = first.split(' ');
  const hash = createHash('sha256').update(body).digest('hex');
  writeFileSync(fileOf(kind), `${name} ${version} ${stamp} ${hash}\n${body}`);
}

describe('what is found in many packages', () => {
  test('is kept for the user alone, and read while no package has changed', () => {
    install(25);
    const found = titles();
    expect(found).toHaveLength(25);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(statSync(fileOf('packages')).mode & 0o777).toBe(0o600);
    expect(titles()).toEqual(found);
    forge('packages', (body) => body.replaceAll('service', 'kept'));
    expect(titles()[0]).toMatch(/kept$/);
  });

  test('is not read by a host that makes calls', () => {
    install(25);
    titles();
    forge('packages', (body) => body.replaceAll('service', 'kept').replaceAll('"read"', '"write"'));
    expect(titles(open(false))[0]).toMatch(/service$/);
    const { integrations } = loadCatalog({ folders: [join(root, 'packages')], env: env() });
    expect(integrations[0]!.manifest.functions[0]!.operation).toBe('read');
  });

  test.each([
    ['a package changes', () => installOne(nameOf(3), things[3]!, 'Another title')],
    ['a package comes', () => installOne('new-one', 'song', 'Another title')],
    [
      'a package takes the place of another',
      () => {
        installOne('aside', things[3]!, 'Another title');
        rmSync(join(root, 'packages', nameOf(3)), { recursive: true });
        renameSync(join(root, 'packages/aside'), join(root, 'packages', nameOf(3)));
      },
    ],
  ])('is made again when %s', async (_what, change) => {
    install(25);
    titles();
    await search('song');
    change();
    expect(titles()).toContain('Another title');
    const fresh = await search('Another title', open(false));
    expect(fresh).toHaveLength(2);
    expect(await search('Another title')).toEqual(fresh);
  });

  test('is made again when a package goes', () => {
    install(25);
    titles();
    rmSync(join(root, 'packages', nameOf(3)), { recursive: true });
    expect(titles()).toHaveLength(24);
  });

  test('is not kept for few packages', async () => {
    install(5);
    expect(titles()).toHaveLength(5);
    expect(await search('song')).not.toEqual([]);
    expect(existsSync(join(root, 'home'))).toBe(false);
  });
});

describe('a kept search', () => {
  test.each([
    'song',
    'read one meeting',
    'picture-13',
    'meetin',
    'invoce',
    'list all songs of the service',
    'nothing at all',
    '~',
  ])('finds for %j what a new one finds', async (question) => {
    install(40);
    const fresh = await search(question, open(false));
    expect(await search(question)).toEqual(fresh);
    expect(existsSync(fileOf('search'))).toBe(true);
    expect(await search(question)).toEqual(fresh);
  });

  test('is read and not built again', async () => {
    install(25);
    await search('song');
    forge('search', (body) => body.replaceAll('integrations.song_4', 'integrations.kept_4'));
    expect(await search('song_4')).toContain('integrations.kept_4');
  });
});

describe('what is kept is made again', () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ['one byte of it is another', (file) => flip(file, statSync(file).size - 20)],
    ['its first line is another', (file) => flip(file, 3)],
    ['its stamp is another', (file) => flip(file, 20)],
    ['half of it is missing', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['it is empty', (file) => truncateSync(file, 0)],
    ['it is a link', (file) => (renameSync(file, `${file}.aside`), symlinkSync(`${file}.aside`, file))],
    ['others can read it', (file) => chmodSync(file, 0o644)],
    ['it is a folder', (file) => (rmSync(file), mkdirSync(file))],
    ['it belongs together and makes no sense', () => forge('search', () => '{}\n{}')],
  ];
  test.each(damages)('when %s', async (_what, damage) => {
    install(25);
    const [found, pages] = [titles(), await search('song')];
    for (const kind of ['packages', 'search']) damage(fileOf(kind));
    expect(titles()).toEqual(found);
    expect(await search('song')).toEqual(pages);
  });

  test('and is there again then', async () => {
    install(25);
    await search('song');
    const before = readFileSync(fileOf('search'), 'utf8');
    truncateSync(fileOf('search'), 100);
    await search('song');
    expect(readFileSync(fileOf('search'), 'utf8')).toBe(before);
  });

  function flip(file: string, at: number): void {
    const bytes = readFileSync(file);
    bytes[at]! ^= 1;
    writeFileSync(file, bytes);
  }
});

describe('without a place to keep it', () => {
  test.each(['/proc/nowhere', '/dev/null', '/dev/full'])('in %s, all works', async (home) => {
    install(25);
    const settings = { KOSMO_HOME: home };
    expect(titles(open(true, settings))).toHaveLength(25);
    expect(await search('song', open(true, settings))).not.toEqual([]);
  });

  test('a folder that others can read is left alone', () => {
    install(25);
    mkdirSync(folder(), { recursive: true, mode: 0o755 });
    chmodSync(folder(), 0o755);
    expect(titles()).toHaveLength(25);
    expect(readdirSync(folder())).toEqual([]);
  });
});

test('only so many files are kept', () => {
  install(25);
  titles();
  for (let index = 0; index < 50; index += 1)
    writeFileSync(join(folder(), `old-${index}`), '', { mode: 0o600 });
  rmSync(fileOf('packages'));
  titles();
  expect(readdirSync(folder())).toHaveLength(32);
  expect(existsSync(fileOf('packages'))).toBe(true);
});
