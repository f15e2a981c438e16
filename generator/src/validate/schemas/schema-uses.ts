import type { JsonSchema } from '@kosmokrator/runtime';
import type { SpecFile } from '../../load/spec-file.js';
import type { SpecPath } from '../../spec/spec.js';
import type { SpecContext } from '../context.js';

/** A schema of a spec, or a part of one. */
export interface SchemaUse {
  readonly schema: JsonSchema;
  readonly file: SpecFile;
  readonly path: SpecPath;
  /** It is a param's outermost schema, where `required` and more words are the language's own. */
  readonly isParam: boolean;
}

/** All schemas of an integration, from the outside in. */
export function* schemasOf({ integration, functions }: SpecContext): Generator<SchemaUse> {
  for (const [name, schema] of Object.entries(integration.value.types ?? {})) {
    yield* nested({ schema, file: integration, path: ['types', name], isParam: false });
  }
  for (const file of functions) {
    for (const [name, schema] of Object.entries(file.value.params ?? {})) {
      yield* nested({ schema, file, path: ['params', name], isParam: true });
    }
    yield* nested({ schema: file.value.returns, file, path: ['returns'], isParam: false });
  }
}

function* nested(use: SchemaUse): Generator<SchemaUse> {
  yield use;
  for (const [schema, ...steps] of subschemas(use.schema)) {
    yield* nested({ schema, file: use.file, path: [...use.path, ...steps], isParam: false });
  }
}

/** The schemas directly inside one, each with its path. */
export function* subschemas(
  schema: JsonSchema,
): Generator<[schema: JsonSchema, ...path: (string | number)[]]> {
  const { items, properties, additionalProperties } = schema;
  if (isSchema(items)) yield [items, 'items'];
  if (isSchema(additionalProperties)) yield [additionalProperties, 'additionalProperties'];
  if (isSchema(properties)) {
    for (const [name, sub] of Object.entries(properties)) yield [sub as JsonSchema, 'properties', name];
  }
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const options = (schema[keyword] ?? []) as readonly JsonSchema[];
    for (const [index, sub] of options.entries()) yield [sub, keyword, index];
  }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
