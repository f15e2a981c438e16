import { luaBlock } from './lua-block.js';
import type { FunctionReference } from './integration-reference.js';

/** What there is to say of a function, as Markdown to stand below its heading: for people who call it from Lua. */
export function describeFunction(fn: FunctionReference): string {
  const returns = luaReturns(fn);
  return [
    luaDescription(fn),
    '### Parameters',
    ...(fn.params.length > 0
      ? [table(['Name', 'Type', 'Required', 'Description'], paramRows(fn))]
      : ['None.']),
    '### Returns',
    ...(returns === undefined ? [] : [returns]),
    ...(fn.fields.length > 0 ? [table(['Field', 'Type', 'Description'], fieldRows(fn))] : []),
    '### Examples',
    ...(fn.examples.length > 0 ? [] : ['None.']),
    ...fn.examples.flatMap(({ title, lua }) => [`${title}:`, luaBlock(lua)]),
  ].join('\n\n');
}

/** A description as Lua says it. */
export function luaDescription(of: {
  readonly description: string;
  readonly lua_description?: string;
}): string {
  return of.lua_description ?? of.description;
}

/** The result in a sentence, unless its fields tell everything. */
export function luaReturns({ returns, lua_returns }: FunctionReference): string | undefined {
  return lua_returns ?? returns;
}

export function paramRows({ params }: FunctionReference): string[] {
  return params.map((param) => {
    const { name, type, lua_type, required } = param;
    return row([`\`${name}\``, lua_type ?? type, required ? 'yes' : 'no', luaDescription(param)]);
  });
}

export function fieldRows({ fields }: FunctionReference): string[] {
  return fields.map((field) => row([field.path, field.lua_type ?? field.type, luaDescription(field)]));
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
