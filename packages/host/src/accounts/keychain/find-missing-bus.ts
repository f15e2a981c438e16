import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@kosmokrator/runtime';

/**
 * Why there is no session bus on which a Secret Service could answer; undefined where there may be one, and on systems
 * whose keychain needs none. It saves the start of a process that could only say the same.
 */
export function findMissingBus(env: Environment, platform: string): string | undefined {
  if (platform === 'darwin' || platform === 'win32') return undefined;
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = env;
  if (!address) {
    const found = runtime && isSocket(join(runtime, 'bus'));
    return found ? undefined : 'there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set';
  }
  // One plain path. Other forms of the address are for D-Bus to judge.
  const [, path] = /^unix:path=([^,;%]+)$/.exec(address) ?? [];
  return path === undefined || isSocket(path) ? undefined : `there is no session bus at ${path}`;
}

function isSocket(path: string): boolean {
  try {
    return statSync(path).isSocket();
  } catch {
    return false;
  }
}
