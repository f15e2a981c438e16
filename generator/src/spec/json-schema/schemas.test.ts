import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsonSchema } from '@kosmokrator/runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { functionForm, integrationForm } from '../../../schemas/form-checks.mjs';
import { functionSchema } from './function-schema.js';
import { integrationSchema } from './integration-schema.js';

const sink = fileURLToPath(new URL('../../../fixtures/kitchen-sink/kitchen-sink/', import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(sink, path), 'utf8'));
const functions = readdirSync(join(sink, 'functions')).map((name) => read(join('functions', name)));

/** Every mapping of a schema that has fixed keys, with those keys. */
function* closedMappings(
  node: unknown,
  name: string,
): Iterable<[name: string, keys: string[], node: JsonSchema]> {
  if (typeof node !== 'object' || node === null) return;
  const { properties, additionalProperties } = node as JsonSchema;
  if (properties !== undefined && additionalProperties === false) {
    yield [name, Object.keys(properties as object), node as JsonSchema];
  }
  for (const [key, inner] of Object.entries(node)) yield* closedMappings(inner, `${name}/${key}`);
}

/** The keys of each closed mapping that some value uses. */
function usedKeys(schema: JsonSchema, values: readonly unknown[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  const visit = (node: JsonSchema, name: string, value: unknown): void => {
    const { $ref, properties, additionalProperties, items, then, else: other } = node;
    if (typeof $ref === 'string') {
      const definition = $ref.replace('#/$defs/', '');
      visit((schema['$defs'] as Record<string, JsonSchema>)[definition]!, `#/$defs/${definition}`, value);
    }
    for (const [key, branch] of [
      ['then', then],
      ['else', other],
    ] as const) {
      if (branch !== undefined) visit(branch as JsonSchema, `${name}/${key}`, value);
    }
    if (Array.isArray(value)) {
      for (const item of value) if (items !== undefined) visit(items as JsonSchema, `${name}/items`, item);
    } else if (typeof value === 'object' && value !== null) {
      const keys = used.get(name) ?? new Set();
      used.set(name, keys);
      for (const [key, member] of Object.entries(value)) {
        const known = (properties as Record<string, JsonSchema> | undefined)?.[key];
        if (known) keys.add(key);
        if (known) visit(known, `${name}/properties/${key}`, member);
        else if (typeof additionalProperties === 'object') {
          visit(additionalProperties as JsonSchema, `${name}/additionalProperties`, member);
        }
      }
    }
  };
  for (const value of values) visit(schema, '#', value);
  return used;
}

/** Schemas have the same keywords wherever they stand, and so have responses. */
function sharedName(name: string): string {
  if (name.endsWith('/properties/response')) return 'response';
  return name.replace(/^#\/\$defs\/(?:param|schema)$/, 'value').replace(/^#\/\$defs\//, '');
}

const uses = [
  ...usedKeys(integrationSchema, [read('integration.yaml')]),
  ...usedKeys(functionSchema, functions),
];

test.each([
  ...closedMappings(integrationSchema, '#integration'),
  ...closedMappings(functionSchema, '#function'),
])('%s: the kitchen sink uses every key', (name, keys) => {
  const path = name.replace(/^#\w+/, '#');
  const same = uses.filter(([other]) => sharedName(other) === sharedName(path));
  const used = new Set(same.flatMap(([, some]) => Array.from(some)));
  expect(keys.filter((key) => !used.has(key) && !rare.has(key))).toEqual([]);
});

describe.each([
  ['integration.yaml', integrationSchema, [read('integration.yaml')]],
  ['a function', functionSchema, functions],
] as const)('the schema of %s', (_, schema, values) => {
  test.each([...closedMappings(schema, '#')])('%s: every key is described', (_name, keys, node) => {
    const properties = node['properties'] as Record<string, JsonSchema>;
    const bare = keys.filter((key) => !properties[key]!['description'] && !properties[key]!['$ref']);
    expect(bare).toEqual([]);
  });

  test('is a valid schema, and an editor that uses it agrees with the check', () => {
    const validate = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(schema);
    const check = schema === functionSchema ? functionForm : integrationForm;
    for (const value of values) {
      expect(validate(value)).toBe(true);
      expect(check(value)).toBe(true);
      const misspelt = { ...(value as object), titel: 'x' };
      expect(validate(misspelt)).toBe(false);
      expect(check(misspelt)).toBe(false);
    }
  });
});

/** Fields that only some transports can give an error of an example. */
const rare = new Set(['retry_after_ms', 'request_id', 'attempts', 'retryable']);
