import { parseJson } from '@kosmokrator/runtime';
import type { Tool } from '@modelcontextprotocol/server';

type Arguments = Readonly<Record<string, unknown>>;
type Schema = Readonly<Record<string, unknown>>;

/**
 * The arguments, with JSON text read where the tool takes a list or an object and no text: models often write one so. Digits
 * of integers are kept. Text that is no such JSON stays, for the check of the arguments to refuse.
 */
export function readJsonTexts({ inputSchema }: Tool, args: Arguments): Arguments {
  const properties = (inputSchema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const read = Object.entries(args).map(([name, value]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name]! : {};
    return [name, typeof value === 'string' ? readText(value, typesOf(schema, inputSchema)) : value];
  });
  return Object.fromEntries(read) as Arguments;
}

function readText(text: string, types: readonly string[]): unknown {
  if (types.includes('string') || !/^\s*[[{]/.test(text)) return text;
  try {
    const value = parseJson(text);
    return types.includes(Array.isArray(value) ? 'array' : 'object') ? value : text;
  } catch {
    return text;
  }
}

/** The types that a schema says; none where it leaves them open. */
function typesOf(schema: Schema, root: Schema): readonly string[] {
  const { type, $ref: ref, anyOf, oneOf } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type as string[];
  const named = typeof ref === 'string' ? /^#\/\$defs\/([^/]+)$/.exec(ref)?.[1] : undefined;
  const found =
    named === undefined ? undefined : (root['$defs'] as Record<string, Schema> | undefined)?.[named];
  if (found) return typesOf(found, {});
  const either = ((anyOf ?? oneOf ?? []) as readonly Schema[]).map((one) => typesOf(one, root));
  // An alternative that leaves its type open takes text.
  return either.some((types) => types.length === 0) ? [] : either.flat();
}
