import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';

/**
 * Where a person's settings are: `KOSMO_HOME`, else `%APPDATA%\kosmokrator` on Windows, else
 * `$XDG_CONFIG_HOME/kosmokrator`, else `~/.config/kosmokrator`. As the XDG rules ask, a relative XDG_CONFIG_HOME is ignored.
 */
export function configFolder(env: Environment = process.env, platform: string = process.platform): string {
  if (env['KOSMO_HOME']) return resolve(env['KOSMO_HOME']);
  const { XDG_CONFIG_HOME: xdg, APPDATA: appData } = env;
  if (platform === 'win32' && appData) return join(appData, 'kosmokrator');
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.config'), 'kosmokrator');
}

/** Below which folder accounts are stored: `KOSMO_ACCOUNTS`, for a store apart from the settings, else with them. */
export function storeFolder(env: Environment): string {
  return env['KOSMO_ACCOUNTS'] ? resolve(env['KOSMO_ACCOUNTS']) : configFolder(env);
}

/**
 * Where is kept what a program can make again: `KOSMO_HOME/cache`, else `%LOCALAPPDATA%\\kosmokrator\\cache` on Windows,
 * else `~/Library/Caches/kosmokrator` on macOS, else `$XDG_CACHE_HOME/kosmokrator` or `~/.cache/kosmokrator`.
 */
export function cacheFolder(env: Environment = process.env, platform: string = process.platform): string {
  if (platform === 'darwin' && !env['KOSMO_HOME'] && !env['XDG_CACHE_HOME'])
    return join(homedir(), 'Library', 'Caches', 'kosmokrator');
  return ownFolder(env, platform, { name: 'cache', xdg: 'XDG_CACHE_HOME', fallback: ['.cache'] });
}

/**
 * Where is kept what a person did, such as the history of a prompt: `KOSMO_HOME/state`, else
 * `%LOCALAPPDATA%\\kosmokrator\\state` on Windows, else `$XDG_STATE_HOME/kosmokrator` or `~/.local/state/kosmokrator`.
 */
export function stateFolder(env: Environment = process.env, platform: string = process.platform): string {
  return ownFolder(env, platform, { name: 'state', xdg: 'XDG_STATE_HOME', fallback: ['.local', 'state'] });
}

interface FolderKind {
  readonly name: string;
  readonly xdg: string;
  readonly fallback: readonly string[];
}

function ownFolder(env: Environment, platform: string, { name, xdg, fallback }: FolderKind): string {
  if (env['KOSMO_HOME']) return join(resolve(env['KOSMO_HOME']), name);
  const { LOCALAPPDATA: local } = env;
  if (platform === 'win32' && local) return join(local, 'kosmokrator', name);
  const given = env[xdg];
  return join(given && isAbsolute(given) ? given : join(homedir(), ...fallback), 'kosmokrator');
}
