import type { JsonSchema } from '@kosmokrator/runtime';

const md = 'Markdown on one line';
const luaWords = text('The same in the words of Lua; absent if they do not differ.');

const param = record(
  'A param. Required ones come first.',
  {
    name: text('The name that all surfaces use.'),
    type: text(`${md}: what it takes, in the words of JSON, such as \`list of strings\`.`),
    required: { type: 'boolean', description: 'Whether a call must have it.' },
    description: text(`${md}: what it is for, then its limits and its default. May stand in a table.`),
  },
  { lua_type: luaWords, lua_description: luaWords },
);

const field = record(
  'A field of the result.',
  {
    path: text(`${md}: the path of the field as a code span, such as \`region.slug\` or \`data[].name\`.`),
    type: text(`${md}: what it holds, in the words of JSON, such as \`string or null\`.`),
    description: text(`${md}: what it means. May be empty, and may stand in a table.`),
  },
  { lua_type: luaWords, lua_description: luaWords },
);

const example = record(
  'A call, and what a script does with its result.',
  { title: text(`${md}: what the example shows.`), lua: text('A Lua script.') },
  { error: text('The code of the error that the call ends with; absent for a call that succeeds.') },
);

const fn = record(
  'A function. Its title, keywords and kind are in `manifest.json`, its JSON Schemas in `schemas.json`.',
  {
    name: text('The name that the function has in `manifest.json`.'),
    sdk: text('The name of the function and the method in the SDK, such as `getKey`.'),
    description: text(`${md}: what it does.`),
    params: list('The params.', param),
    fields: list('The fields of the result, or of each item of a list.', field),
    examples: list('The examples of the spec and, for a function with pages, a walk over them.', example),
  },
  {
    returns: text(`${md}: the result in a sentence; absent if its fields tell everything.`),
    lua_returns: luaWords,
    lua_description: luaWords,
  },
);

/** JSON Schema of `reference.json`, published in `generator/schemas/`. */
export const referenceSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'reference.json of an integration',
  ...record(
    'The reference of an integration in words, for programs that list, search and show it.',
    {
      kosmokrator: { const: 1, description: 'The version of this format.' },
      name: text('The name of the integration, such as `acme-notes`.'),
      title: text(`${md}: the title of the integration.`),
      auth: text('What a user needs to begin: `no auth`, `Bearer token auth` or `API key auth`.'),
      sdk: text('The class in the SDK, such as `AcmeNotes`.'),
      functions: list('The functions, in the order of the manifest.', fn),
    },
    {
      accounts: text('A Lua script with each way to name an account; absent if no function has an example.'),
    },
  ),
};

function text(description: string): JsonSchema {
  return { type: 'string', description };
}

function list(description: string, items: JsonSchema): JsonSchema {
  return { description, type: 'array', items };
}

type Members = Readonly<Record<string, JsonSchema>>;

function record(description: string, required: Members, optional: Members = {}): JsonSchema {
  const properties = { ...required, ...optional };
  return {
    description,
    type: 'object',
    required: Object.keys(required),
    properties,
    additionalProperties: false,
  };
}
