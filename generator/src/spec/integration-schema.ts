import type { JsonSchema } from '@kosmokrator/runtime';
import { namePatterns } from './names.js';
import { line, listOf, mapOf, oneOf, record, ref, text } from './schema-parts.js';
import { errorsSchema, paginateSchema } from './shared-schema.js';
import { skillSchema } from './skill-schema.js';
import { valueSchema } from './value-schema.js';

const credential = record(
  'One credential of an account.',
  {
    type: oneOf('`secret` is masked everywhere; `url` says where requests go; `string` is neither.', [
      'string',
      'url',
      'secret',
    ]),
    env: text("The default account's environment variable.", { pattern: namePatterns.environment }),
    description: text('What it is, and where to find it.'),
    hosts: listOf(
      'For url: the hosts that it may name. `*.` stands for any subdomain.',
      text('A host.', { pattern: '^(?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+$' }),
      { uniqueItems: true },
    ),
    example: text('A made-up value for examples; never a real secret.'),
  },
  ['type', 'env', 'description'],
);

const named = (what: string) =>
  record(what, { name: text('Its name.'), value: text('A text with `{credential}` in it.') }, [
    'name',
    'value',
  ]);

const auth = record(
  'One way to authenticate. Exactly one key.',
  {
    bearer: text('Sent as `Authorization: Bearer …`.'),
    basic: record('HTTP Basic.', { username: text('User name.'), password: text('Password.') }, [
      'username',
      'password',
    ]),
    header: named('A header of any name.'),
    query: named('A query key.'),
    none: { const: true, description: 'No authentication.' },
  },
  [],
  { minProperties: 1, maxProperties: 1 },
);

const api = record(
  'One API of the service.',
  {
    base_url: text('https URL that paths are added to, or `{credential}` of type url.'),
    auth: listOf('Alternatives; the first whose credentials are all present is used.', auth, {
      maxItems: 10,
    }),
  },
  ['base_url', 'auth'],
);

/** The JSON Schema of `specs/<name>/integration.yaml`: source of the published schema and of the check. */
export const integrationSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'integration.yaml',
  ...record(
    'One integration: identity, credentials, APIs, and what its functions share.',
    {
      name: text('Namespace and package name; equal to the folder.', { pattern: namePatterns.integration }),
      title: line('Name for people.', 60),
      class: text("Name of the SDK's class, where the title does not spell it: `OnePassword`.", {
        pattern: namePatterns.type,
      }),
      category: text('Group in the catalogue.', { pattern: '^[a-z][a-z0-9-]*$' }),
      description: text('What the integration is for.'),
      vendor_docs: text("The service's own API documentation.", { pattern: '^https://\\S+$' }),
      credentials: mapOf('What an account consists of, by name.', credential, namePatterns.name, {
        maxProperties: 50,
      }),
      apis: mapOf('Base URLs and authentication, by name.', api, namePatterns.name, {
        minProperties: 1,
        maxProperties: 50,
      }),
      errors: ref('errors'),
      redact: listOf(
        'Keys whose values never appear in a result or an error, at any depth.',
        text('A key.'),
        {
          maxItems: 200,
        },
      ),
      check: text('The function that a health check calls: it reads and needs no arguments.'),
      functions: listOf(
        'The order in which every surface lists its functions, most important first. Others follow by name.',
        text('Name of a function.', { pattern: namePatterns.name }),
        { uniqueItems: true, maxItems: 10_000 },
      ),
      types: mapOf('Shared schemas, for `$ref: "#/types/Name"`.', ref('schema'), namePatterns.type),
      paginate: ref('paginate'),
      skill: skillSchema,
    },
    ['name', 'title', 'category', 'description', 'vendor_docs', 'apis'],
  ),
  $defs: { schema: valueSchema, errors: errorsSchema, paginate: paginateSchema },
};
