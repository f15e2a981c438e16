import { errorCodes, type JsonSchema } from '@kosmokrator/runtime';
import { namePatterns } from '../names.js';
import { choose, flag, jmespath, line, listOf, mapOf, oneOf, record, ref, text } from './schema-parts.js';
import { errorsSchema, paginateSchema } from './shared-schema.js';
import { valueKeywords, valueSchema } from './value-schema.js';

const status: JsonSchema = listOf(
  'The status codes that mean success. Default: [200].',
  { type: 'integer', minimum: 200, maximum: 599 },
  { uniqueItems: true },
);

const responseKeys = {
  status,
  format: oneOf('The format of the body. Default: json.', ['json', 'text', 'markdown']),
  extract: mapOf(
    'The fields to take from a text or markdown body, each with a regular expression (flag m). Its first group is the value.',
    {
      type: ['string', 'object'],
      description: 'A regular expression, or a mapping with `pattern` and `required`.',
      ...choose({ type: 'string' }, text('A regular expression.'), ref('field')),
    },
    namePatterns.name,
    { minProperties: 1 },
  ),
};

const field = record(
  'A field of a text.',
  {
    pattern: text('A regular expression. Its first group is the value of the field.'),
    required: flag('Whether a reply without this field is an error. Default: false.'),
  },
  ['pattern'],
);

const connects = record(
  'The reply contains credentials, which are stored as an account and never shown.',
  {
    param: text('The param with the name of the account.', { pattern: namePatterns.name }),
    id: jmespath(
      'The id of what the credentials give access to, from the arguments. An account with the same id can be stored again.',
    ),
    expires: jmespath(
      'When the credentials expire: a date (until the end of that day in UTC), or a date and time.',
    ),
    renew: text('The function that makes new credentials. Default: this function.', {
      pattern: namePatterns.name,
    }),
    credentials: mapOf(
      'The credentials of the account, by integration.',
      mapOf(
        'The credentials of this integration, by name.',
        jmespath('The value of the credential.'),
        namePatterns.name,
        {
          minProperties: 1,
        },
      ),
      namePatterns.integration,
      { minProperties: 1, maxProperties: 10 },
    ),
  },
  ['param', 'credentials'],
);

const request = record(
  'An HTTP request. `{name}` stands for a value. To write a brace itself, double it.',
  {
    method: oneOf('The HTTP method.', ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: text('The path, which is added to the base URL. Values in it are encoded.', {
      pattern: '^/',
      maxLength: 1000,
    }),
    query: mapOf('The query, by key.', { type: ['string', 'number', 'boolean'] }, '^'),
    headers: mapOf('The headers, by name.', { type: 'string' }, '^'),
    body: {
      description:
        'The body, which is sent as JSON. In a list, `$optional: […]` is left out if a value in it is absent.',
    },
  },
  ['method', 'path'],
);

const param: JsonSchema = record(
  'A param: its JSON Schema, and where its value is sent.',
  {
    ...valueKeywords,
    required: flag('Whether a call must have this param. Default: false.'),
    values: mapOf(
      'Other spellings that callers can use, each with the value that is sent to the API.',
      { type: 'string' },
      '^',
      { minProperties: 1 },
    ),
    default: { description: 'The value that is sent if the caller gives none.' },
    generate: {
      const: 'uuid4',
      description: 'The runtime makes a new value for each call, and repeats it on every retry of that call.',
    },
    in: oneOf(
      'Where the param is sent if no template names it. `none`: it is not sent, and only expressions read it.',
      ['path', 'query', 'header', 'body', 'none'],
    ),
    as: text('The name under which the param is sent. Default: its own name.'),
  },
  ['description'],
);

const step = record(
  'One of several requests of a function.',
  {
    name: text('The name of the step. Expressions read its reply under `steps`.', {
      pattern: namePatterns.name,
    }),
    api: text("An API of integration.yaml. Default: the function's API."),
    when: jmespath('The step runs only if this is true.'),
    optional: flag('Whether the call goes on if this request fails. Only for reads. Default: false.'),
    with: mapOf('Values for the templates of this step, by name.', jmespath('The value.')),
    request: ref('request'),
    response: record('Which replies mean success.', responseKeys),
  },
  ['name', 'request'],
);

const reply = record(
  'A reply from the service.',
  {
    status: { type: 'integer', minimum: 200, maximum: 599, description: 'The status code.' },
    headers: mapOf('The headers, by name.', { type: 'string' }, '^'),
    body: { description: 'The body: a JSON value, or text if the format is text or markdown.' },
  },
  ['status'],
);

const failure = record(
  'The fields that the error must have.',
  {
    code: oneOf('The error code.', errorCodes),
    message: text('The complete message.'),
    status: { type: 'integer', description: 'The status of the last reply.' },
    param: text('The param or the credential that caused the error.'),
    retryable: flag('Whether the same call can succeed later.'),
    outcome: oneOf('What happened to the call.', ['not_sent', 'refused', 'unknown', 'done']),
    attempts: { type: 'integer', description: 'The number of requests that were sent.' },
    retry_after_ms: { type: 'integer', description: 'How long the service asked to wait, in milliseconds.' },
    request_id: text("The service's id for the request."),
  },
  ['code'],
);

const example = record(
  'A call, the replies of the service, and the result or the error. The generator and the tests run it.',
  {
    title: line('What the example shows.', 80),
    args: { type: 'object', description: 'The arguments of the call.' },
    http: {
      type: ['object', 'array'],
      description: 'The reply of the service, or a list of replies in order.',
      ...choose({ type: 'array' }, { items: ref('reply'), minItems: 1 }, ref('reply')),
    },
    result: { description: 'The exact result of the call.' },
    error: ref('failure'),
    lua: text('A Lua script that the docs show instead of the generated one.'),
  },
  ['title', 'args'],
  { oneOf: [{ required: ['result'] }, { required: ['error'] }] },
);

/** The JSON Schema of `specs/<name>/functions/<function>.yaml`: source of the published schema and of the check. */
export const functionSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'functions/<function>.yaml',
  ...record(
    'A function. Its name is the name of the file.',
    {
      title: line('The display name.', 60),
      operation: oneOf('Whether the function only reads, or also changes something.', ['read', 'write']),
      destructive: flag('Whether the function can overwrite or delete something. Default: false.'),
      idempotency: oneOf('Whether a call can be repeated safely. Default: safe for read, none for write.', [
        'safe',
        'idempotent',
        'keyed',
        'none',
      ]),
      description: text('What the function does. Agents use it to choose a function.'),
      important: text(
        'Sentences of the description that every list of functions must keep: what callers must know or tell the user.',
      ),
      keywords: listOf(
        'Other words for what the function does. The search finds the function by them. They are not shown.',
        line('One or a few words.', 40),
        { maxItems: 12, uniqueItems: true },
      ),
      api: text('An API of integration.yaml. Can be left out if there is only one.'),
      request: ref('request'),
      steps: listOf('Several requests that run in order. Replaces `request`.', ref('step'), { maxItems: 20 }),
      params: mapOf('The params of the function, by name.', ref('param'), namePatterns.name, {
        maxProperties: 200,
      }),
      paginate: {
        type: ['boolean', 'object'],
        description: 'How to read all pages. `true` uses the paging of integration.yaml.',
        ...choose({ type: 'boolean' }, { const: true }, ref('paginate')),
      },
      connects: ref('connects'),
      response: record('Which replies mean success, and how they become the result.', {
        ...responseKeys,
        select: jmespath('Makes the result. Default: the body of the last reply.'),
      }),
      returns: { ...ref('schema') },
      errors: ref('errors'),
      examples: listOf('Example calls. At least one needs `http` and `result`.', ref('example'), {
        maxItems: 50,
      }),
    },
    ['title', 'operation', 'description', 'returns', 'examples'],
    { oneOf: [{ required: ['request'] }, { required: ['steps'] }] },
  ),
  $defs: {
    schema: valueSchema,
    errors: errorsSchema,
    paginate: paginateSchema,
    field,
    connects,
    request,
    param,
    step,
    reply,
    failure,
    example,
  },
};
