// `npm run test:quick`: the tests that a change can be checked with in between. What they leave out is printed.
import { run, setUp } from './setup.mjs';

/** What a run in between does without, and why. Paths are those of `vitest --exclude`. */
const leftOut = {
  'a redis-server': [
    'packages/emulator/src/redis/**',
    'packages/emulator/src/start-redis/**',
    'packages/emulator/src/upstash-rest/**',
    'packages/emulator/src/start-emulator.test.ts',
    'test/integrations/**',
    'test/contract/docs/{lua-guide,lua-examples,examples,skills}.test.ts',
  ],
  'a browser, an older Node or a package manager': [
    'test/contract/packages/**',
    'scripts/start-program.test.ts',
  ],
  'a compiler': [
    'generator/test/**',
    'generator/src/targets/**',
    'generator/src/emit/**',
    'generator/scripts/**',
  ],
  'processes or minutes of load': [
    'packages/runtime/test/**',
    'packages/runtime/src/undici/**',
    'packages/runtime/src/parts/encode/long-texts.test.ts',
    'packages/host/src/accounts/**',
    'packages/host/src/policy/describe-call.test.ts',
    'packages/lua/**',
    'packages/cli/src/{kosmo,commands/*}.test.ts',
    'packages/mcp/src/{serve-stdio,bad-lines}.test.ts',
    'generator/src/validate/patterns/**',
    'test/contract/{canary,surfaces,replies,search}/**',
    'test/contract/docs/documented-snippets.test.ts',
  ],
};

setUp();
const excluded = Object.values(leftOut).flat();
const status = run('vitest', [
  'run',
  ...excluded.flatMap((path) => ['--exclude', path]),
  ...process.argv.slice(2),
]);
for (const [need, paths] of Object.entries(leftOut))
  console.log(`left out, for it needs ${need}: ${paths.join(' ')}`);
console.log('`npm test` runs these too.');
process.exit(status);
