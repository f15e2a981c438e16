import type { JsonSchema } from '@kosmokrator/runtime';
import type { TypeModel } from '../../model/model.js';
import { type JsonTypes, joinTypes, typeOfJson } from './json-types.js';

/** The types that a schema allows, apart from what it says of members. */
export interface PromisedShape {
  readonly types: JsonTypes;
  /** All values that it can have, where `const` says so. Not those of `enum`: services add to them. */
  readonly values: readonly unknown[] | undefined;
  /** The members that an object must have. */
  readonly required: readonly (readonly [name: string, schema: unknown])[];
  /** The schema of a list's items. */
  readonly items: unknown;
  /** Shared types that it stands for. */
  readonly names: readonly string[];
}

export function promisedShape(schema: unknown, shared: readonly TypeModel[]): PromisedShape {
  const { found, names } = resolve(schema, shared);
  const types = typesOf(found, shared);
  const form = onlyForm(found, shared);
  const { properties = {}, required = [] } = form.found as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  const members = types?.includes('object') ? required : [];
  return {
    types,
    values: valuesOf(found, shared),
    required: members.map((name) => [name, properties[name]]),
    items: types?.includes('array') ? form.found['items'] : undefined,
    names: [...names, ...form.names],
  };
}

function typesOf(schema: JsonSchema, shared: readonly TypeModel[]): JsonTypes {
  const { type, enum: values } = schema;
  if (type !== undefined) return [type].flat() as string[];
  if ('const' in schema) return [typeOfJson(schema['const'])];
  if (Array.isArray(values)) return joinTypes(values.map((value) => [typeOfJson(value)]));
  const forms = formsOf(schema, shared);
  return forms && joinTypes(forms.map(({ found }) => typesOf(found, shared)));
}

function valuesOf(schema: JsonSchema, shared: readonly TypeModel[]): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  if (schema['type'] === 'null') return [null];
  const all = formsOf(schema, shared)?.map(({ found }) => valuesOf(found, shared));
  return all?.every((values) => values !== undefined) ? all.flat() : undefined;
}

/** The schema that holds for whatever is not null: itself, or one of two forms of which the other is null. */
function onlyForm(schema: JsonSchema, shared: readonly TypeModel[]): Resolved {
  const forms = formsOf(schema, shared)?.filter(({ found }) => found['type'] !== 'null');
  return forms?.length === 1 ? forms[0]! : { found: schema, names: [] };
}

function formsOf({ anyOf, oneOf }: JsonSchema, shared: readonly TypeModel[]): Resolved[] | undefined {
  const forms = anyOf ?? oneOf;
  return Array.isArray(forms) ? forms.map((form) => resolve(form, shared)) : undefined;
}

interface Resolved {
  readonly found: JsonSchema;
  readonly names: readonly string[];
}

/** The schema with what its `$ref` leads to. */
function resolve(schema: unknown, shared: readonly TypeModel[]): Resolved {
  let found = (schema ?? {}) as JsonSchema;
  const names: string[] = [];
  // A chain of references may run in a circle; it is never longer than the list of types.
  while (found['$ref'] !== undefined && names.length <= shared.length) {
    const { $ref, ...own } = found;
    const type = shared.find(({ name }) => $ref === `#/types/${name}`);
    names.push(String($ref));
    found = { ...type?.schema, ...own };
  }
  return { found, names };
}
