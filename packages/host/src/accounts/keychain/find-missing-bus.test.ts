import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../testing/accounts/store.js';
import { findMissingBus } from './find-missing-bus.js';

test.each([
  [{}, 'there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set'],
  [{ DBUS_SESSION_BUS_ADDRESS: '' }, 'there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set'],
  [{ XDG_RUNTIME_DIR: '/no/such' }, 'there is no session bus: DBUS_SESSION_BUS_ADDRESS is not set'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/no/such' }, 'there is no session bus at /no/such'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' }, 'there is no session bus at /dev/null'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null/bus' }, 'there is no session bus at /dev/null/bus'],
  // These are for D-Bus to judge.
  [{ DBUS_SESSION_BUS_ADDRESS: 'garbage' }, undefined],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/a,guid=1' }, undefined],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/no/such;tcp:host=a,port=1' }, undefined],
])('on Linux with %j: %s', (env, reason) => {
  expect(findMissingBus(env, 'linux')).toBe(reason);
});

test.each(['darwin', 'win32'])('%s needs no bus', (platform) => {
  expect(findMissingBus({}, platform)).toBeUndefined();
});

test.runIf(process.platform !== 'win32')('a socket may be a bus', async () => {
  const folder = temporaryFolder();
  const server = createServer().listen(join(folder, 'bus'));
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  expect(findMissingBus({ XDG_RUNTIME_DIR: folder }, 'linux')).toBeUndefined();
  expect(findMissingBus({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/bus` }, 'linux')).toBeUndefined();
});
