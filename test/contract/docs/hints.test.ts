/**
 * What a service's error becomes: each hint of each spec is driven through the runtime by a reply that it is for, and each
 * status gets the code that docs/reference/errors.md has for it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKosmoError } from '@kosmokrator/runtime';
import { createHost, createPolicy, loadCatalog } from '@kosmokrator/host';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { replay, reply } from '@kosmokrator/testing/replay';
import { root } from '@kosmokrator/testing/repository';

interface Spec {
  readonly errors?: { readonly hints?: readonly Hint[] };
  readonly examples?: readonly {
    readonly args: object;
    readonly http?: unknown;
    readonly result?: unknown;
  }[];
  readonly credentials?: Readonly<Record<string, { readonly example?: string; readonly hosts?: string[] }>>;
}
interface Hint {
  readonly match?: string;
  readonly when?: string;
  readonly hint: string;
}

const read = (path: string) => parse(readFileSync(join(root, 'specs', path), 'utf8')) as Spec;
const integrations = readdirSync(join(root, 'specs')).map((name) => {
  const functions = readdirSync(join(root, 'specs', name, 'functions')).map((file) => ({
    name: file.replace('.yaml', ''),
    spec: read(`${name}/functions/${file}`),
  }));
  return { name, spec: read(`${name}/integration.yaml`), functions };
});
const functions = integrations.flatMap(({ name, spec: integration, functions: all }) =>
  all.map((fn) => ({ ...fn, integration, fullName: `${name.replaceAll('-', '_')}_${fn.name}` })),
);

/** By status, as the reference has them: "The service does not have what the arguments name (404)." */
const page = readFileSync(join(root, 'docs/reference/errors.md'), 'utf8');
const documented = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const code = section.split('\n')[0]!;
      return Array.from(section.matchAll(/\((\d{3})\)/g), ([, status]) => [Number(status), code] as const);
    }),
);
const codeOf = (status: number) => documented.get(status) ?? 'api_error';

const catalog = loadCatalog();
const statuses = [400, 401, 403, 404, 409, 410, 422, 429, 500, 503];

async function fail(fn: (typeof functions)[number], status: number, body: unknown) {
  const { transport } = replay(reply(body, status));
  const credentials = Object.fromEntries(
    Object.entries(fn.integration.credentials ?? {}).map(([name, { example, hosts }]) => [
      name,
      example ?? (hosts ? `https://a${hosts[0]!.slice(1)}` : 'a-made-up-credential'),
    ]),
  );
  const host = createHost({
    catalog,
    env: {},
    transport,
    policy: createPolicy({ yes: true }),
    accounts: () => ({ credentials }),
    connect: { save: () => {} },
  });
  const { args } = fn.spec.examples!.find(({ http, result }) => http !== undefined && result !== undefined)!;
  const error = await host.call(fn.fullName, args, { maxRetries: 0 }).catch((thrown: unknown) => thrown);
  if (!isKosmoError(error)) throw new Error(`${fn.fullName} under ${status} is no error`);
  return error;
}

test('the reference has a code for each status that has one of its own', () => {
  expect([...documented].toSorted(([a], [b]) => a - b)).toEqual([
    [401, 'auth_failed'],
    [403, 'auth_failed'],
    [404, 'not_found'],
    [409, 'conflict'],
    [429, 'rate_limited'],
  ]);
});

describe.each(functions)('$fullName', (fn) => {
  test.each(statuses)('gets the documented code under %i', async (status) => {
    const error = await fail(fn, status, { error: 'refused', message: 'refused' });
    expect(error).toMatchObject({ code: codeOf(status), status });
  });

  const hints = [...(fn.spec.errors?.hints ?? []), ...(fn.integration.errors?.hints ?? [])];
  // A hint stands after those that hold as well.
  const own = (status: number) => hints.filter(({ when }) => when?.includes(String(status)));

  test.each(hints)('gives advice: $match $when', async ({ match, when, hint }) => {
    const asked = when?.match(/\d{3}/g)?.map(Number) ?? [400];
    for (const status of asked) {
      const text = match ? `${match} is what it says` : 'refused';
      const error = await fail(fn, status, { error: text, message: text });
      expect(error.message).toBe(`${text}. ${match ? hint : own(status)[0]!.hint}`);
      expect(error.code).toBe(codeOf(status));
    }
  });
});
