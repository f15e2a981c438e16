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
