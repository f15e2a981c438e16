import { brokenIntegration } from '@kosmokrator/host';
import type { JsonSchema } from '@kosmokrator/runtime';
import type { CommandContext } from '../command-context.js';
import { findFunction } from '../host/find-function.js';
import { openCatalog } from '../host/open-catalog.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { printAnswer } from '../output/print-answer.js';
import { readFormat } from '../output/read-format.js';
import { toJson } from '../terminal/to-json.js';

type Types = Readonly<Record<string, JsonSchema>>;

/** Prints the schemas of a function, with the types that they name. */
export async function runSchema(
  words: readonly string[],
  options: FormatOptions,
  context: CommandContext,
): Promise<void> {
  const print = await readFormat(options);
  const catalog = openCatalog();
  const { integration, function: fn } = findFunction(catalog, words.join('.'));
  const { functions, types } = await catalog.schemas(integration.manifest.name);
  if (!Object.hasOwn(functions, fn.name))
    throw brokenIntegration(integration, `has a schemas.json without the function ${fn.name}`);
  const { input, output } = functions[fn.name]!;
  const { full_name, title, operation } = fn;
  const used = usedTypes([input, output], types);
  const data = { name: full_name, title, operation, input, output, types: used };
  await printAnswer({ data, text: (all) => `${toJson(all, 2)}\n` }, print, context);
}

/** The types that `$ref: "#/types/NAME"` leads to, of schemas and of one another. */
function usedTypes(schemas: readonly unknown[], types: Types): Types {
  const used = new Map<string, JsonSchema>();
  const open = [...schemas];
  while (open.length > 0) {
    for (const [, name] of JSON.stringify(open.pop()).matchAll(/"\$ref":"#\/types\/([^"]+)"/g)) {
      if (used.has(name!) || !Object.hasOwn(types, name!)) continue;
      used.set(name!, types[name!]!);
      open.push(types[name!]);
    }
  }
  return Object.fromEntries(used);
}
