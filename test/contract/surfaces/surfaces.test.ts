/**
 * Every example of every spec, through every surface: equal HTTP requests, equal result, equal error.
 */
import { readModels } from '@kosmokrator/generator';
import type { ExampleModel, FunctionModel } from '@kosmokrator/generator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReplayServer } from '@kosmokrator/testing/servers/replay-server';
import type { ReplayServer, SeenRequest } from '@kosmokrator/testing/servers/replay-server';
import { packagesFolder, specsFolder } from '@kosmokrator/testing/repository';
import { openCli, openCliProcess } from './cli-surface.js';
import { openLua } from './lua-surface.js';
import { openMcp } from './mcp-surface.js';
import { openSdk } from './sdk-surface.js';
import type { CallOutcome, Surface } from './surface.js';

const surfaces = { sdk: openSdk, lua: openLua, mcp: openMcp, cli: openCli };
type SurfaceName = keyof typeof surfaces;
const names = Object.keys(surfaces) as SurfaceName[];

const { models, diagnostics } = await readModels({ specsFolder, packagesFolder });
let compared = 0;

test('the specs are valid', () => {
  expect(diagnostics).toEqual([]);
  expect(models.flatMap((model) => model.functions)).not.toEqual([]);
});

describe.each(models)('$name', (integration) => {
  let server: ReplayServer;
  const opened = {} as Record<SurfaceName, Surface>;

  beforeAll(async () => {
    server = await startReplayServer();
    for (const name of names) opened[name] = await surfaces[name](integration, server.url);
  });

  afterAll(async () => {
    for (const surface of Object.values(opened)) await surface.close();
    await server.close();
  });

  const cases = integration.functions.flatMap((fn) =>
    fn.examples.map((example) => ({ title: `${fn.name}: ${example.title}`, fn, example })),
  );

  test.each(cases)('$title', async ({ fn, example }) => {
    const seen = {} as Record<SurfaceName, { requests: readonly SeenRequest[]; outcome: CallOutcome }>;
    for (const name of names) {
      server.serve(example.http);
      const outcome = await opened[name].call(fn, example.args);
      seen[name] = { requests: server.requests().map((one) => withoutKey(one, fn, example)), outcome };
      expectExample(outcome, example);
      compared += 1;
    }
    expect(seen.sdk.requests).toHaveLength(example.http.length);
    for (const name of names) {
      expect(seen[name].requests, `${name} sends what the SDK sends`).toEqual(seen.sdk.requests);
      expect(withoutNulls(seen[name].outcome), `${name} gives what the SDK gives`).toEqual(
        withoutNulls(seen.sdk.outcome),
      );
    }
  });

  test('the command as a process of its own does what it does in this one', async () => {
    const { fn, example } = cases[0]!;
    const apart = await openCliProcess(integration, server.url);
    server.serve(example.http);
    expectExample(await apart.call(fn, example.args), example);
    expect(server.requests()).toHaveLength(example.http.length);
    await apart.close();
  });
});

/** A key that the call made for itself is another one each time. */
function withoutKey(request: SeenRequest, { params }: FunctionModel, { args }: ExampleModel): SeenRequest {
  const generated = params.some(({ name, generate }) => generate !== undefined && args[name] === undefined);
  const key = request.headers['idempotency-key'] ?? '';
  if (!generated || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return request;
  return { ...request, headers: { ...request.headers, 'idempotency-key': 'made for this call' } };
}

afterAll(() => console.log(`contract: ${compared} calls over ${names.join(', ')}, all equal`));

function expectExample(outcome: CallOutcome, { error, result }: ExampleModel): void {
  const expected = error === undefined ? { result: withoutNulls(result) } : { error };
  expect(withoutNulls(comparable(outcome, Object.keys(error ?? {})))).toEqual(expected);
}

/** An example names some fields of its error; the others are compared between the surfaces. */
function comparable(outcome: CallOutcome, fields: readonly string[]): unknown {
  if ('result' in outcome) return outcome;
  return { error: Object.fromEntries(fields.map((field) => [field, outcome.error[field]])) };
}

/** JSON null in an object is nil in Lua, which is an absent field: compared as such everywhere. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutNulls(field)]));
}
