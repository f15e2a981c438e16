import type { JsonSchema } from '@kosmokrator/runtime';
import type { IntegrationModel } from '../../model/model.js';
import { resolveSchema } from '../schema-at.js';
import { luaIndex } from '../syntax/lua.js';

/**
 * Lines of Lua that print what a value holds: a list item by item, an object's first few plain fields. With `paged`,
 * an object's list instead.
 */
export function luaPrint(schema: unknown, name: string, model: IntegrationModel, paged = false): string[] {
  const known = resolveSchema(schema, model.types) ?? {};
  if (known['type'] === 'array') return loop(known, name, model);
  const fields = Object.entries((known['properties'] ?? {}) as JsonSchema);
  if (fields.length === 0) return [`print(${name})`];
  const required = new Set((known['required'] ?? []) as string[]);
  const list = paged && fields.find(([key, field]) => required.has(key) && isListOfObjects(field, model));
  const values = plainFields(fields, required, model).map((key) => name + luaIndex(key).text);
  const lines = list
    ? loop(resolveSchema(list[1], model.types)!, name + luaIndex(list[0]).text, model)
    : [`print(${values.join(', ') || name})`];
  return known['type'] === 'object' ? lines : [`if ${name} then`, ...indented(lines), 'end'];
}

function loop(list: JsonSchema, name: string, model: IntegrationModel): string[] {
  const inner = name.startsWith('item') ? 'entry' : 'item';
  return [`for _, ${inner} in ipairs(${name}) do`, ...indented(luaPrint(list['items'], inner, model)), 'end'];
}

function isListOfObjects(field: unknown, model: IntegrationModel): boolean {
  const list = resolveSchema(field, model.types);
  return list?.['type'] === 'array' && resolveSchema(list['items'], model.types)?.['type'] === 'object';
}

/** At most three, those that are always there first. */
function plainFields(
  fields: readonly (readonly [string, unknown])[],
  required: ReadonlySet<string>,
  model: IntegrationModel,
): string[] {
  const plain = fields.filter(([, field]) => {
    const types = [resolveSchema(field, model.types)?.['type'] ?? []].flat();
    return types.length > 0 && types.every((type) => type !== 'object' && type !== 'array');
  });
  const names = plain.map(([key]) => key);
  const always = names.filter((key) => required.has(key));
  return [...always, ...names.filter((key) => !required.has(key))].slice(0, 3);
}

/** A level deeper. */
export function indented(list: readonly string[]): string[] {
  return list.map((line) => `  ${line}`);
}
