import { acceptedSchema } from '../../emit/accepted-schema.js';
import { functionSnippets, type DocumentedSnippet } from '../../emit/snippets/documented-snippets.js';
import { mdCell, mdCellCode, mdText } from '../../emit/syntax/markdown.js';
import { paramText } from '../../emit/words/param-text.js';
import {
  jsonWords,
  luaWords,
  plainType,
  resultText,
  type SchemaRow,
  type Words,
} from '../../emit/words/schema-rows.js';
import { spellAbsence } from '../../emit/words/spell-absence.js';
import type { FunctionModel, IntegrationModel, ParamModel, TypeModel } from '../../model/model.js';

/** One function of `reference.json`. `sdk` is its name in the SDK; all other surfaces call it by names in the manifest. */
export function functionReference(integration: IntegrationModel, fn: FunctionModel, sdk: string): object {
  const { types } = integration;
  const inJson = resultText(fn.returns, types, jsonWords);
  const inLua = resultText(fn.returns, types, luaWords);
  const intro = (words: Words) => (words === luaWords ? inLua : inJson).intro;
  return {
    name: fn.name,
    sdk,
    ...spelled('description', (words) => mdText(spellAbsence(fn.description, words)).text),
    params: fn.params.map((param) => paramReference(param, types)),
    ...(inJson.intro !== '' && spelled('returns', (words) => mdText(spellAbsence(intro(words), words)).text)),
    fields: inJson.rows.map((row, index) => fieldReference(row, inLua.rows[index]!.type)),
    examples: functionSnippets(integration, fn, 'lua').map(exampleReference),
  };
}

function paramReference(param: ParamModel, types: readonly TypeModel[]): object {
  const schema = acceptedSchema(param);
  return {
    name: param.name,
    ...spelled('type', (words) => mdCell(plainType(schema, types, words)).text),
    required: param.required,
    ...spelled('description', (words) => mdCell(paramText(param, types, words)).text),
  };
}

/** `luaType` is the type in the words of Lua. */
function fieldReference({ path, type, description }: SchemaRow, luaType: string): object {
  return {
    path: mdCellCode(path).text,
    ...spelled('type', (words) => mdCell(words === luaWords ? luaType : type).text),
    ...spelled('description', (words) => cell(spellAbsence(description, words))),
  };
}

function exampleReference({ title, example, code }: DocumentedSnippet): object {
  return {
    title: mdText(title).text,
    ...(example.error && { error: example.error.code }),
    lua: code.text,
  };
}

/** A text in the words of JSON and, where Lua has other ones, in those: `string or null`, `string or nil`. */
function spelled(name: 'type' | 'description' | 'returns', spell: (words: Words) => string): object {
  const [inJson, inLua] = [spell(jsonWords), spell(luaWords)];
  return { [name]: inJson, ...(inLua !== inJson && { [`lua_${name}`]: inLua }) };
}

/** A text for a cell, which may be empty. */
function cell(text: string): string {
  return text.trim() === '' ? '' : mdCell(text).text;
}
