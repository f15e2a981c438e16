/** The declarations of runtime and generated packages, as the oldest supported compiler and a bare project see them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import newest from 'typescript';
import oldest from 'typescript-5.0';
import { afterAll, expect, test } from 'vitest';
import { packageFolder, root } from '@kosmokrator/testing/repository';

const folder = mkdtempSync(join(tmpdir(), 'kosmo-declarations-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scope = join(folder, 'node_modules/@kosmokrator');
mkdirSync(scope, { recursive: true });
symlinkSync(join(root, 'packages/runtime'), join(scope, 'runtime'));
for (const name of ['upstash', 'planetscale', 'upstash-redis-start'])
  symlinkSync(packageFolder(name), join(scope, name));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

/** A well-typed call of each kind, and ill-typed ones that the compiler must refuse. */
const consumer = join(folder, 'consumer.ts');
writeFileSync(
  consumer,
  `
import { Upstash } from '@kosmokrator/upstash';
import { getKey } from '@kosmokrator/upstash/functions/get_key';
import { PlanetScale } from '@kosmokrator/planetscale';
import { UpstashRedisStart } from '@kosmokrator/upstash-redis-start';
import { execute, KosmoError } from '@kosmokrator/runtime';

const upstash = new Upstash({ redisUrl: 'https://x.upstash.io', redisToken: 't' });
const value: string | null = (await upstash.getKey({ key: 'k' }, { timeoutMs: 1000 })).value;
const again: string | null = (await getKey({ redisUrl: '', redisToken: '' }, { key: 'k' })).value;
for await (const database of PlanetScale.fromEnv({}).listDatabasesEach({ organization: 'o' })) void database;
void [value, again, execute, KosmoError, UpstashRedisStart];
// @ts-expect-error: no such param
await upstash.getKey({ kee: 'k' });
// @ts-expect-error: not a string
await upstash.getKey({ key: 1 });
// @ts-expect-error: required
await upstash.getKey({});
`,
);

const environments = [
  { name: 'ES2022 alone', lib: ['lib.es2022.d.ts'] },
  { name: 'the DOM', lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
];
const resolutions = ['NodeNext', 'Bundler'] as const;
const compilers = [oldest, newest as unknown as typeof oldest];
const cases = compilers.flatMap((compiler) =>
  environments.flatMap(({ name, lib }) =>
    resolutions.map((resolution) => ({ version: compiler.version, compiler, name, lib, resolution })),
  ),
);

test.each(cases)(
  'compile under TypeScript $version, $resolution, with $name',
  ({ compiler, lib, resolution }) => {
    const { ModuleKind, ModuleResolutionKind, ScriptTarget } = compiler;
    const program = compiler.createProgram([consumer], {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      target: ScriptTarget.ES2022,
      module: resolution === 'NodeNext' ? ModuleKind.NodeNext : ModuleKind.ES2022,
      moduleResolution: ModuleResolutionKind[resolution],
      lib,
      types: [],
    });
    const problems = compiler
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) =>
          `${file?.fileName}: ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
    expect(problems).toEqual([]);
  },
);
