import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{generator,packages,scripts,test,testing}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'packages/integrations/**', '**/.tmp-*/**'],
    // Nothing that a test does may leave this machine.
    setupFiles: ['testing/network/loopback-only.cjs'],
    // Tests spawn real processes (redis-server, workers, the CLI) on a machine of two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
