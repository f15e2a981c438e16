/**
 * Every Lua snippet of every function's examples, run in the sandbox against the emulator. What an example takes for
 * granted is put there first, from the example itself: see `seeds` and `actualValues`.
 */
import { documentedSnippets, readModels } from '@kosmokrator/generator';
import type {
  DocumentedSnippet,
  ExampleModel,
  FunctionModel,
  IntegrationModel,
} from '@kosmokrator/generator';
import { isKosmoError } from '@kosmokrator/runtime';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openEmulatedLua } from './emulated-lua.js';
import { packagesFolder, specsFolder } from '@kosmokrator/testing/repository';

const { models } = await readModels({ specsFolder, packagesFolder });
const { emulator, host, lua, close } = await openEmulatedLua();
const ran = { examples: 0, authored: 0, seeded: 0, errors: 0, sameCode: 0 };

beforeEach(() => emulator.reset());
afterAll(async () => {
  await close();
  console.log(
    `Lua examples against the emulator (${emulator.backend.kind}): ${ran.examples} run, ${ran.authored} of them written by ` +
      `hand, ${ran.seeded} seeded; ${ran.errors} show an error, ${ran.sameCode} of these with the same code here`,
  );
});

describe.each(models)('$name', (model) => {
  // The example from the metadata has placeholders, which name nothing here; the test of the snippets answers it.
  const snippets = documentedSnippets(model).filter(
    ({ surface, title }) => surface === 'lua' && title !== 'From the metadata',
  );
  const cases = snippets.map((snippet, index) => ({
    name: `${index}: ${snippet.fn.name}: ${snippet.title}`,
    snippet,
  }));

  test.each(cases)('$name', async ({ snippet }) => {
    const { fn, example } = snippet;
    for (const seed of seeds(model, fn, example)) {
      await host.call(seed.fullName, seed.args).then(
        () => (ran.seeded += 1),
        // What is there already needs no seed, and services say so in several ways.
        (error: unknown) => expect(isKosmoError(error) && error.outcome).toBe('refused'),
      );
    }
    const run = await lua.run(withActualValues(snippet.code.text, await actualValues(model)));
    expect(run.error).toBeNull();
    expect(run.calls.length).toBeGreaterThan(0);
    const failed = run.calls.filter(({ ok }) => !ok && example.error === undefined);
    expect(failed).toEqual([]);
    count(snippet, run.calls.at(-1)?.code);
  });
});

test('every example of every function has been run', () => {
  const examples = models.flatMap(({ functions }) => functions.flatMap((fn) => fn.examples));
  expect(ran.examples).toBeGreaterThanOrEqual(examples.length);
  expect(ran.authored).toBeGreaterThanOrEqual(examples.filter((example) => example.lua !== undefined).length);
});

function count({ example, code }: DocumentedSnippet, failed: string | undefined): void {
  ran.examples += 1;
  if (example.lua !== undefined && code.text.trim() === example.lua.trim()) ran.authored += 1;
  if (example.error === undefined) return;
  ran.errors += 1;
  if (failed === example.error.code) ran.sameCode += 1;
}

/**
 * Writes that make what a reading example expects. Their required arguments are all named in the example's arguments or
 * its result, and they say something of the result, or make a thing of the same name. So `set_key` runs before an
 * example of `get_key` that finds a value.
 */
function seeds(model: IntegrationModel, fn: FunctionModel, { args, result }: ExampleModel) {
  if (fn.kind !== 'read' || !isRecord(result)) return [];
  const known: Readonly<Record<string, unknown>> = { ...result, ...args };
  return model.functions.flatMap(({ kind, destructive, params, fullName }) => {
    const told = params.filter(({ name }) => typeof known[name] === 'string');
    const isKnown = params.every((param) => !param.required || told.includes(param));
    const makes = destructive
      ? told.some((param) => param.required && !(param.name in args))
      : told.some(({ name }) => name in args);
    if (kind !== 'write' || !isKnown || !makes) return [];
    return [{ fullName, args: Object.fromEntries(told.map(({ name }) => [name, known[name]])) }];
  });
}

/**
 * What the emulator has in place of values that examples made up, such as ids: the results of functions without
 * arguments are laid beside those of their examples.
 */
async function actualValues(model: IntegrationModel): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { kind, fullName, params, examples } of model.functions) {
    const example = examples.find(
      ({ args, result }) => Object.keys(args).length === 0 && result !== undefined,
    );
    if (kind !== 'read' || !example || params.some((param) => param.required)) continue;
    pair(example.result, await host.call(fullName, {}), found);
  }
  return found;
}

function pair(made: unknown, actual: unknown, found: Map<string, string>): void {
  if (typeof made === 'string' && typeof actual === 'string') found.set(made, actual);
  if (typeof made !== 'object' || typeof actual !== 'object' || made === null || actual === null) return;
  for (const [key, value] of Object.entries(made))
    pair(value, (actual as Record<string, unknown>)[key], found);
}

/** Long enough to be an id, and not a word that stands there for itself. */
function withActualValues(code: string, values: ReadonlyMap<string, string>): string {
  return code.replaceAll(/"([^"\\]{20,})"/g, (text, made: string) =>
    values.has(made) ? JSON.stringify(values.get(made)) : text,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
