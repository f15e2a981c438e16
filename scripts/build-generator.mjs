import { join } from 'node:path';
import { root, runTool } from './start-program.mjs';

export const generatorScript = join(root, 'generator/dist/bundle/cli.js');

export const turboEnvironment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

/** Builds the generator where something of it changed. Turbo's output is kept, for the case that the build fails. */
export function buildGenerator() {
  return runTool('turbo', ['run', 'build', '--filter=@kosmokrator/generator'], {
    env: turboEnvironment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
