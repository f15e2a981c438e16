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
    'test/contract/docs/readme-snippets.test.ts',
  ],
  'processes or minutes of load': [
    'generator/src/pipeline/read-models.test.ts',
    'generator/src/operation/params/check-calls.test.ts',
    'generator/src/load/yaml/read-yaml.test.ts',
    'generator/src/jmespath/{fuzz,witness,types,compliance}.test.ts',
    'packages/emulator/src/planetscale/openapi.test.ts',
    'packages/host/src/redactor/create-redactor.test.ts',
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
  // Each file in a process of its own would spend more time on imports than on tests.
  '--no-isolate',
  ...excluded.flatMap((path) => ['--exclude', path]),
  ...process.argv.slice(2),
]);
for (const [need, paths] of Object.entries(leftOut))
  console.log(`left out, for it needs ${need}: ${paths.join(' ')}`);
console.log('`npm test` runs these too.');
process.exit(status);
