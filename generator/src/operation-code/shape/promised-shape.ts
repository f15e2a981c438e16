import type { JsonSchema } from '@kosmokrator/runtime';
import type { TypeModel } from '../../model/model.js';
import { type JsonTypes, joinTypes, typeOfJson } from './json-types.js';

/** What a schema says of a value itself. */
export interface PromisedShape {
  readonly types: JsonTypes;
  /** The members that an object must have. */
  readonly required: readonly (readonly [name: string, schema: unknown])[];
}

export function promisedShape(schema: unknown, shared: readonly TypeModel[]): PromisedShape {
  const resolved = resolve(schema, shared);
  const { properties = {}, required = [] } = resolved as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  const types = typesOf(resolved, shared);
  const members = types?.includes('object') ? required : [];
  return { types, required: members.map((name) => [name, properties[name]]) };
}

function typesOf(schema: JsonSchema, shared: readonly TypeModel[]): JsonTypes {
  const { type, enum: values, anyOf, oneOf } = schema;
  if (type !== undefined) return [type].flat() as string[];
  if ('const' in schema) return [typeOfJson(schema['const'])];
  if (Array.isArray(values)) return joinTypes(values.map((value) => [typeOfJson(value)]));
  const forms = anyOf ?? oneOf;
  if (!Array.isArray(forms)) return undefined;
  return joinTypes(forms.map((form) => typesOf(resolve(form, shared), shared)));
}

/** The schema with what its `$ref` leads to. */
function resolve(schema: unknown, shared: readonly TypeModel[]): JsonSchema {
  let found = (schema ?? {}) as JsonSchema;
  // A chain of references may run in a circle; it is never longer than the list of types.
  for (let hops = 0; found['$ref'] !== undefined && hops <= shared.length; hops += 1) {
    const { $ref, ...own } = found;
    found = { ...shared.find(({ name }) => $ref === `#/types/${name}`)?.schema, ...own };
  }
  return found;
}
