import type { JsonSchema } from '@kosmokrator/runtime';
import { typeName, type Types } from '../../spec/inline-refs.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { schemasOf, subschemas } from '../schemas/schema-uses.js';
import { suggest } from '../suggest.js';

/** Every `$ref` leads to a type, and every type is used by something. */
export const types: Rule = function* (context) {
  const declared = context.integration.value.types ?? {};
  const names = Object.keys(declared);
  const fromFunctions: string[] = [];
  for (const { schema, file, path } of schemasOf(context)) {
    if (typeof schema['$ref'] !== 'string') continue;
    const name = typeName(schema['$ref']);
    if (file !== context.integration) fromFunctions.push(name);
    if (Object.hasOwn(declared, name)) continue;
    const help = suggest(name, names, 'Declare it under `types` in integration.yaml.');
    const message = `there is no type ${quoteName(name)}`;
    yield { code: 'TYPE_UNKNOWN', message, at: { file, path: [...path, '$ref'] }, ...help };
  }
  if (!context.complete) return;
  const used = reach(fromFunctions, declared);
  for (const name of names) {
    if (used.has(name)) continue;
    const at = { file: context.integration, path: ['types', name], part: 'key' as const };
    yield { code: 'TYPE_UNUSED', message: `nothing uses the type ${quoteName(name)}`, at };
  }
};

/** The given types, and those that they are made of. */
function reach(start: readonly string[], declared: Types): Set<string> {
  const found = new Set<string>();
  const waiting = [...start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name) || !Object.hasOwn(declared, name)) continue;
    found.add(name);
    for (const reference of references(declared[name]!)) waiting.push(reference);
  }
  return found;
}

/** Names of all types that a schema refers to, directly. */
export function references(schema: JsonSchema): string[] {
  const own = typeof schema['$ref'] === 'string' ? [typeName(schema['$ref'])] : [];
  return [...own, ...[...subschemas(schema)].flatMap(([sub]) => references(sub))];
}
