import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, configFolder, stateFolder } from './config-folder.js';

const home = join(homedir(), '.config', 'kosmokrator');

test.each([
  [{ KOSMO_HOME: '/srv/kosmo', XDG_CONFIG_HOME: '/x' }, 'linux', '/srv/kosmo'],
  [{ KOSMO_HOME: 'here' }, 'linux', resolve('here')],
  [{ XDG_CONFIG_HOME: '/x' }, 'linux', '/x/kosmokrator'],
  [{ XDG_CONFIG_HOME: 'relative' }, 'linux', home],
  [{ XDG_CONFIG_HOME: '' }, 'darwin', home],
  [{ APPDATA: '/roaming' }, 'win32', '/roaming/kosmokrator'],
  [{}, 'win32', home],
  [{ APPDATA: '/roaming' }, 'linux', home],
])('%j on %s is %s', (env, platform, folder) => {
  expect(configFolder(env, platform)).toBe(folder);
});

test.each([
  [{ KOSMO_HOME: '/srv/kosmo', XDG_CACHE_HOME: '/x' }, 'linux', '/srv/kosmo/cache'],
  [{ XDG_CACHE_HOME: '/x' }, 'linux', '/x/kosmokrator'],
  [{ XDG_CACHE_HOME: 'relative' }, 'linux', join(homedir(), '.cache/kosmokrator')],
  [{}, 'linux', join(homedir(), '.cache/kosmokrator')],
  [{}, 'darwin', join(homedir(), 'Library/Caches/kosmokrator')],
  [{ XDG_CACHE_HOME: '/x' }, 'darwin', '/x/kosmokrator'],
  [{ LOCALAPPDATA: '/local' }, 'win32', '/local/kosmokrator/cache'],
])('with %j on %s the cache is %s', (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder);
});

test.each([
  [{ KOSMO_HOME: '/srv/kosmo' }, 'linux', '/srv/kosmo/state'],
  [{ XDG_STATE_HOME: '/x' }, 'linux', '/x/kosmokrator'],
  [{}, 'darwin', join(homedir(), '.local/state/kosmokrator')],
  [{ LOCALAPPDATA: '/local' }, 'win32', '/local/kosmokrator/state'],
])('with %j on %s the state is %s', (env, platform, folder) => {
  expect(stateFolder(env, platform)).toBe(folder);
});
