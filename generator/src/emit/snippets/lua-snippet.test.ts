import { describe, expect, test } from 'vitest';
import { exampleModel } from '../../../fixtures/example-model.js';
import { loadTarget } from '../../../fixtures/load-target.js';
import { isInstalled, runProgram } from '../../../fixtures/programs.js';
import { readKitchenSink, readSpecs } from '../../../fixtures/read-specs.js';
import type { IntegrationModel } from '../../model/model.js';
import { luaString } from '../syntax/lua.js';
import { luaValue } from '../syntax/lua-value.js';
import { documentedAccounts, documentedSnippets } from './documented-snippets.js';
import { derivedLuaSnippet, luaAccountsSnippet, luaPagesSnippet } from './lua-snippet.js';

const lua = await loadTarget('lua');
const model = exampleModel();
const [createItem, deleteItem, getStatus, listItems] = model.functions;

describe('a derived script', () => {
  test('prints the first plain fields of an object', () => {
    expect(derivedLuaSnippet(model, createItem!, createItem!.examples[0]!).text).toBe(
      [
        'local result = app.integrations.example_service.create_item({',
        `  name = 'say "hi"',`,
        '  kind = "big",',
        '  tags = { "x", "y" },',
        '  size = { bytes = 2 },',
        '})',
        'print(result.database_id, result.note)',
      ].join('\n'),
    );
  });

  test('catches the error that its example shows', () => {
    expect(derivedLuaSnippet(model, createItem!, createItem!.examples[1]!).text).toBe(
      [
        'local ok, err = pcall(app.integrations.example_service.create_item, { name = "taken" })',
        'if not ok then',
        '  print(err.code, err.message)',
        'end',
      ].join('\n'),
    );
  });

  test('prints a plain value, looks before it reads, and walks a list', () => {
    const text = (fn = deleteItem!) => derivedLuaSnippet(model, fn, fn.examples[0]!).text;
    expect(text()).toMatch(/\nprint\(result\)$/);
    expect(text(getStatus)).toMatch(
      /\nif result then\n {2}print\(result.ok, result.level, result\["last-seen"\]\)\nend$/,
    );
    expect(text(listItems)).toMatch(
      /\nfor _, item in ipairs\(result.data\) do\n {2}print\(item.database_id, item.note\)\nend$/,
    );
  });
});

test('pages are walked where a script can, and the example ends on its first', () => {
  expect(luaPagesSnippet(model, listItems!, listItems!.examples[0]!)!.text).toBe(
    [
      'for item in app.integrations.example_service.list_items.each({ page = 2 }) do',
      '  print(item.database_id, item.note)',
      'end',
    ].join('\n'),
  );
  const more = { ...listItems!.examples[0]!, result: { data: [], next_page: 3 } };
  expect(luaPagesSnippet(model, listItems!, more)).toBeUndefined();
  expect(luaPagesSnippet(model, getStatus!, getStatus!.examples[0]!)).toBeUndefined();
});

test('accounts are named between namespace and function', () => {
  const [, , calls] = luaAccountsSnippet(model, getStatus!, getStatus!.examples[0]!, ['work']).text.split(
    '\n',
  );
  expect(calls).toBe('app.integrations.example_service.default.get_status()');
  expect(() => luaAccountsSnippet(model, getStatus!, getStatus!.examples[0]!, ['not a name'])).toThrow(
    TypeError,
  );
});

const models = [...(await readSpecs()), await readKitchenSink(), model];

test.skipIf(!isInstalled('lua5.4')).each(models)('lua5.4 runs every snippet of $name', (integration) => {
  const snippets = documentedSnippets(integration).filter(({ surface }) => surface === 'lua');
  const runs = snippets.map(({ code, example: { result, error } }) => {
    const failure = error ? luaValue({ message: 'as in the example', ...error }).text : 'nil';
    return `run(${failure}, ${luaValue(result ?? null).text}, function()\n${code.text}\nend)`;
  });
  const printed = runProgram('lua5.4', ['-'], [host(integration), ...runs].join('\n'));
  expect(printed.trim().split('\n').length).toBeGreaterThanOrEqual(snippets.length / 2);
});

/** A Lua program that binds the integration to whatever `run` says that its calls give. */
function host(integration: IntegrationModel): string {
  const [binding] = lua.emit(integration);
  const namespace = luaString(integration.namespace).text;
  const accounts = documentedAccounts.map((account) => luaString(account).text).join(', ');
  return `
    json = { null = nil }
    local failure, result
    local function invoke()
      if failure then
        error(failure, 0)
      end
      return result
    end
    local bind = (function(...)\n${binding!.content}\nend)()
    app = { integrations = { [${namespace}] = bind(invoke, { ${accounts} }) } }
    local function run(with_failure, with_result, script)
      failure, result = with_failure, with_result
      script()
    end
  `;
}
