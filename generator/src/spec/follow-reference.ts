import type { JsonSchema } from '@kosmokrator/runtime';

/**
 * The schema itself, or the shared type that its `$ref` leads to, however many types lie on the way. Undefined where that
 * leads nowhere, or in a circle. `find` gives a type by its name: `Database` for `#/types/Database`.
 */
export function followReference(
  schema: unknown,
  find: (name: string) => JsonSchema | undefined,
): JsonSchema | undefined {
  const seen = new Set<unknown>();
  let found = typeof schema === 'object' && schema !== null ? (schema as JsonSchema) : undefined;
  while (found?.['$ref'] !== undefined) {
    const { $ref } = found;
    if (seen.has($ref)) return undefined;
    seen.add($ref);
    found = typeof $ref === 'string' && $ref.startsWith('#/types/') ? find($ref.slice(8)) : undefined;
  }
  return found;
}
