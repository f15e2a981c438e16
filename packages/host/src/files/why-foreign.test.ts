import { homedir } from 'node:os';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Disk, whyForeign } from './why-foreign.js';

interface Entry {
  readonly uid?: number;
  readonly gid?: number;
  readonly mode?: number;
  readonly link?: string;
}

const [user, stranger] = [1000, 2000];

beforeEach(() => {
  vi.spyOn(process, 'getuid').mockReturnValue(user);
  vi.spyOn(process, 'getgid').mockReturnValue(100);
});
afterEach(() => void vi.restoreAllMocks());

/** A disk on which all is the user's, and no one else can write, except for these. */
function disk(entries: Readonly<Record<string, Entry>>): Disk {
  return {
    lstat(path) {
      const { uid = user, gid = uid, mode = 0o755, link } = entries[path] ?? (path === '/' ? { uid: 0 } : {});
      return { uid, gid, mode, isSymbolicLink: () => link !== undefined };
    },
    readlink: (path) => entries[path]!.link!,
  };
}

const path = '/srv/app/node_modules/@kosmokrator/a';

test.each<[string, Record<string, Entry>, string]>([
  ['the folder', { [path]: { uid: stranger } }, 'belongs to user 2000'],
  ['its parent', { '/srv/app': { uid: stranger } }, 'is in /srv/app, which belongs to user 2000'],
  [
    'a parent that all can change',
    { '/srv': { mode: 0o777 } },
    'is in /srv, which can be changed by every user',
  ],
  [
    'a parent of the system that all can change',
    { '/srv': { uid: 0, mode: 0o777 } },
    'is in /srv, which can be changed by every user',
  ],
  [
    'a parent that a group can change',
    { '/srv/app': { mode: 0o775, gid: 50 } },
    'is in /srv/app, which can be changed by group 50',
  ],
  [
    'the parent of what a link leads to',
    { [path]: { link: '../../../../opt/a' }, '/opt': { uid: stranger } },
    'leads through a link to /opt, which belongs to user 2000',
  ],
  [
    'a folder between two links',
    {
      '/srv/app': { link: '/one/app' },
      '/one/app': { link: '/two' },
      '/one': { mode: 0o757 },
    },
    'leads through a link to /one, which can be changed by every user',
  ],
  [
    'a link in a folder that all share',
    { '/srv': { uid: 0, mode: 0o1777 }, '/srv/app': { uid: stranger, link: '/opt/app' } },
    'is in /srv/app, which belongs to user 2000',
  ],
])("%s is somebody else's", (_, entries, why) => {
  expect(whyForeign(path, [], disk(entries))).toBe(why);
});

test.each<[string, Record<string, Entry>]>([
  ["all is the user's", {}],
  ["what is above is the system's", { '/srv': { uid: 0, gid: 50, mode: 0o2775 } }],
  ['a folder that all share is sticky', { '/srv': { uid: 0, mode: 0o1777 } }],
  ["the group is the user's", { '/srv': { mode: 0o775, gid: 100 }, '/srv/app': { mode: 0o775 } }],
  ["the system's folders have another number", { '/': { uid: 65_534 }, '/srv': { uid: 65_534 } }],
  ['a link leads to another folder of the user', { [path]: { link: '/home/me/a', mode: 0o777 } }],
  ['links lead in a circle', { '/srv/app': { link: '/srv/other' }, '/srv/other': { link: '/srv/app' } }],
])("it is the user's own where %s", (_, entries) => {
  expect(whyForeign(path, [], disk(entries))).toBeUndefined();
});

test('another user who is trusted may own what is above it, and nobody besides', () => {
  const entries = { '/srv': { uid: stranger } };
  expect(whyForeign(path, [stranger], disk(entries))).toBeUndefined();
  expect(whyForeign(path, [stranger + 1], disk(entries))).toContain('belongs to user 2000');
});

test('what is above the home folder is as safe as that', () => {
  vi.stubEnv('HOME', '/data/users/me');
  expect(homedir()).toBe('/data/users/me');
  const above = disk({ '/data': { uid: stranger } });
  expect(whyForeign('/data/users/me/a', [], above)).toBeUndefined();
  expect(whyForeign('/data/users/other/a', [], above)).toBeUndefined();
  expect(whyForeign('/data/a', [], disk({ '/data/a': { uid: stranger } }))).toContain('belongs to');
  vi.unstubAllEnvs();
});

test('Windows tells no owner', () => {
  const { getuid } = process;
  Object.assign(process, { getuid: undefined });
  onTestFinished(() => void Object.assign(process, { getuid }));
  expect(whyForeign(path, [], disk({ [path]: { uid: stranger } }))).toBeUndefined();
});
