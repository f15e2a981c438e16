import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { installParcel } from '@kosmokrator/testing/parcel/install-parcel';
import { startParcelServer, type ParcelServer } from '@kosmokrator/testing/parcel/parcel-server';
import { bin, type Ended, runToEnd } from './run-to-end.js';

/** The command as a user has it, with a home of its own, who has installed the parcel integration. */
export interface KosmoWithParcels {
  /** A temp folder for what a test writes; it is removed after the last test of the file. */
  readonly folder: string;
  /** `KOSMO_HOME`; not there until somebody makes it. */
  readonly home: string;
  /** What the command runs with. Empty until the tests begin. */
  readonly env: Readonly<Record<string, string>>;
  /** What reached the service in this test: `POST /parcels` and the like, in order. */
  requests(): readonly string[];
  /** Runs the command; `settings` are laid over `env`. */
  kosmo(
    args: readonly string[],
    input?: string | Uint8Array,
    settings?: Readonly<Record<string, string | undefined>>,
  ): Promise<Ended>;
  /** Writes a script and gives its path, which is the same each time. */
  script(source: string | Uint8Array): string;
}

/** Call it once, at the top of a test file: it starts the service before the tests and stops it after them. */
export function kosmoWithParcels(): KosmoWithParcels {
  const installed = installParcel();
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-cli-'));
  const home = join(folder, 'home');
  const env: Record<string, string> = {};
  let server: ParcelServer;

  beforeAll(async () => {
    server = await startParcelServer();
    const settings = { KOSMO_HOME: home, KOSMO_KEYCHAIN: 'off', KOSMO_INTEGRATIONS_PATH: installed.folder };
    Object.assign(env, { PATH: process.env['PATH']!, ...settings, ...server.env });
  });

  beforeEach(() => void server.requests.splice(0));

  afterAll(async () => {
    await server.close();
    installed.remove();
    rmSync(folder, { recursive: true });
  });

  return {
    folder,
    home,
    env,
    requests: () => server.requests,
    kosmo: (args, input = '', settings = {}) =>
      runToEnd(process.execPath, [bin, ...args], input, { ...env, ...settings }),
    script(source) {
      const file = join(folder, 'script.lua');
      writeFileSync(file, source);
      return file;
    },
  };
}

/** Writes one parcel. */
export const sendOne = 'return app.integrations.parcel_post.send_parcel({ content = "x" }).sent';
