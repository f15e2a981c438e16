import type { ExampleModel, FunctionModel, IntegrationModel } from '../../model/model.js';
import { Emitted } from '../emitted.js';
import { isPaged, luaPages } from '../pages.js';
import { schemaAt } from '../schema-at.js';
import { luaIndex, luaName, luaSource } from '../syntax/lua.js';
import { luaValue } from '../syntax/lua-value.js';
import { indented, luaPrint } from './lua-print.js';

/** A script that makes an example's call: the author's own, or else the derived one. */
export function luaSnippet(model: IntegrationModel, fn: FunctionModel, example: ExampleModel): Emitted {
  return example.lua === undefined ? derivedLuaSnippet(model, fn, example) : luaSource(example.lua);
}

/** A script made from an example's arguments and the function's result: it calls and prints what came back. */
export function derivedLuaSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  { args, error }: ExampleModel,
): Emitted {
  const path = functionPath(model, fn);
  if (error !== undefined) return lines(failingCall(path, args));
  const start = 'local result = ';
  return lines([
    start + call(path, args, start.length),
    ...luaPrint(fn.returns, 'result', model, isPaged(fn)),
  ]);
}

/** A script that walks all pages, for an example that ends on its first; undefined where a script cannot. */
export function luaPagesSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  { args, result }: ExampleModel,
): Emitted | undefined {
  const pages = luaPages(fn, model);
  if (!pages?.next || result === undefined || fieldAt(result, pages.next) != null) return undefined;
  const items = schemaAt(fn.returns, pages.items, model.types);
  const start = 'for item in ';
  const walk = call(`${functionPath(model, fn)}.each`, args, start.length);
  return lines([`${start}${walk} do`, ...indented(luaPrint(items?.['items'], 'item', model)), 'end']);
}

/** One call with each way to name an account. `accounts` are ones that the reader has to have. */
export function luaAccountsSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  { args }: ExampleModel,
  accounts: readonly string[],
): Emitted {
  const path = (name: string) => functionPath(model, fn, `.${luaName(name).text}`);
  return lines([
    '-- The default account, in two ways.',
    call(functionPath(model, fn), args),
    call(path('default'), args),
    '',
    '-- Two accounts of your own, by their names.',
    ...accounts.map((account) => call(path(account), args)),
  ]);
}

/** A script of one line that returns what an example's call gives. */
export function luaReturnSnippet(
  model: IntegrationModel,
  fn: FunctionModel,
  { args }: ExampleModel,
): Emitted {
  const path = functionPath(model, fn);
  const given = Object.keys(args).length === 0 ? '' : luaValue(args, { width: Infinity }).text;
  return new Emitted(`return ${path}(${given})`);
}

function functionPath({ namespace }: IntegrationModel, fn: FunctionModel, account = ''): string {
  return `app.integrations${luaIndex(namespace).text}${account}${luaIndex(fn.name).text}`;
}

function call(path: string, args: ExampleModel['args'], column = 0): string {
  if (Object.keys(args).length === 0) return `${path}()`;
  return `${path}(${luaValue(args, { column: column + path.length + 2 }).text})`;
}

function failingCall(path: string, args: ExampleModel['args']): string[] {
  const start = `local ok, err = pcall(${path}, `;
  const given = luaValue(args, { column: start.length + 1 }).text;
  return [`${start}${given})`, 'if not ok then', '  print(err.code, err.message)', 'end'];
}

function fieldAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (found as Record<string, unknown> | null)?.[name], value);
}

function lines(list: readonly string[]): Emitted {
  return new Emitted(list.join('\n'));
}
