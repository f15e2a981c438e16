import type { JsonSchema } from '@kosmokrator/runtime';
import { namePatterns } from '../names.js';
import { choose, line, listOf, mapOf, oneOf, record, ref, text } from './schema-parts.js';
import { errorsSchema, paginateSchema } from './shared-schema.js';
import { skillSchema } from './skill-schema.js';
import { valueSchema } from './value-schema.js';

const credential = record(
  'A credential of an account.',
  {
    type: oneOf(
      '`secret` is never shown, `url` sets where requests are sent, and `string` is any other text.',
      ['string', 'url', 'secret'],
    ),
    env: text('The environment variable with the value for the default account.', {
      pattern: namePatterns.environment,
    }),
    description: text('What the credential is, and where to find it.'),
    page: text('The https address of the page where the service issues it or shows it.', {
      pattern: '^https://\\S+$',
    }),
    client_env: text("The variable from which the service's own client reads it, if it is not `env`.", {
      pattern: namePatterns.environment,
    }),
    hosts: listOf(
      'The hosts that a `url` credential can have. `*.` stands for any subdomain.',
      text('A host.', { pattern: '^(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+$' }),
      { uniqueItems: true },
    ),
    example: text('A made-up value for examples. Never use a real secret.'),
  },
  ['type', 'env', 'description'],
);

const named = (what: string) =>
  record(what, { name: text('The name.'), value: text('The value, with `{credential}` in it.') }, [
    'name',
    'value',
  ]);

const auth = record(
  'A way to authenticate. It must have exactly one key.',
  {
    bearer: text('The token, which is sent as `Authorization: Bearer …`.'),
    basic: record('HTTP Basic.', { username: text('The user name.'), password: text('The password.') }, [
      'username',
      'password',
    ]),
    header: named('A header.'),
    query: named('A key in the query.'),
    none: { const: true, description: 'No authentication.' },
  },
  [],
  { minProperties: 1, maxProperties: 1 },
);

const api = record(
  'An API of the service.',
  {
    base_url: text('The https URL to which paths are added, or a `{credential}` of type url.'),
    auth: listOf('Ways to authenticate. A call uses the first one whose credentials are all present.', auth, {
      maxItems: 10,
    }),
  },
  ['base_url', 'auth'],
);

const checkCall = record(
  'A call of a function that reads.',
  {
    function: text('The name of the function.'),
    args: { type: 'object', description: 'Its arguments.' },
  },
  ['function'],
);

const check: JsonSchema = { type: ['string', 'object'], ...choose({ type: 'object' }, ref('check')) };

/** The JSON Schema of `specs/<name>/integration.yaml`: source of the published schema and of the check. */
export const integrationSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'integration.yaml',
  ...record(
    'An integration: its name, its credentials, its APIs, and what its functions share.',
    {
      name: text('The name of the package and the namespace. It must be the name of the folder.', {
        pattern: namePatterns.integration,
      }),
      title: line('The display name.', 60),
      class: text('The name of the SDK class, if the title does not give it: `OnePassword`.', {
        pattern: namePatterns.type,
      }),
      category: text('The group in the catalog.', { pattern: '^[a-z][a-z0-9-]*$' }),
      description: text('What the integration is for.'),
      vendor_docs: text('The address of the API documentation of the service.', {
        pattern: '^https://\\S+$',
      }),
      credentials: mapOf('The credentials of an account, by name.', credential, namePatterns.name, {
        maxProperties: 50,
      }),
      apis: mapOf('The APIs of the service, by name.', api, namePatterns.name, {
        minProperties: 1,
        maxProperties: 50,
      }),
      errors: ref('errors'),
      redact: listOf('Keys whose values are removed from results and errors, at any depth.', text('A key.'), {
        maxItems: 200,
      }),
      check: {
        type: ['string', 'object', 'array'],
        description:
          'The function that shows whether credentials are right, or a list with a call for each API. It must be a read.',
        ...choose({ type: 'array' }, { items: check, minItems: 1, maxItems: 50 }, check),
      },
      functions: listOf(
        'The order in which functions are listed, most important first. Functions that are not named follow in alphabetical order.',
        text('The name of a function.', { pattern: namePatterns.name }),
        { uniqueItems: true, maxItems: 10_000 },
      ),
      types: mapOf(
        'Shared schemas, by name. Use one with `$ref: "#/types/Name"`.',
        ref('schema'),
        namePatterns.type,
      ),
      paginate: ref('paginate'),
      skill: skillSchema,
    },
    ['name', 'title', 'category', 'description', 'vendor_docs', 'apis'],
  ),
  $defs: { schema: valueSchema, errors: errorsSchema, paginate: paginateSchema, check: checkCall },
};
