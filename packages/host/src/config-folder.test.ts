import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { configFolder } from './config-folder.js';

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
