import { errorCodes, type JsonSchema } from '@kosmokrator/runtime';
import { namePatterns } from './names.js';
import { choose, flag, jmespath, line, listOf, mapOf, oneOf, record, ref, text } from './schema-parts.js';
import { errorsSchema, paginateSchema } from './shared-schema.js';
import { valueKeywords, valueSchema } from './value-schema.js';

const status: JsonSchema = listOf(
  'Status codes that mean success. Default: [200].',
  { type: 'integer', minimum: 200, maximum: 599 },
  { uniqueItems: true },
);

const responseKeys = {
  status,
  format: oneOf('How the body is read. Default: json.', ['json', 'text', 'markdown']),
  extract: mapOf(
    'For text and markdown: regular expressions (flag m); the first group of each is the field.',
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
  'One field of a text.',
  {
    pattern: text('A regular expression; its first group is the field.'),
    required: flag('Whether a reply without it is an error. Default: false.'),
  },
  ['pattern'],
);

const connects = record(
  'The result is a set of credentials: hosts keep them as accounts, and show them nowhere.',
  {
    param: text('The param that names the account.', { pattern: namePatterns.name }),
    id: jmespath('What the credentials open, from the arguments: the same account may be stored again.'),
    expires: jmespath('When they end: a date, which counts to its end in UTC, or a date and time.'),
    renew: text('The function that makes new ones. Default: this one.', { pattern: namePatterns.name }),
    credentials: mapOf(
      'By integration, then by its credentials.',
      mapOf('The values of its credentials.', jmespath('The value.'), namePatterns.name, {
        minProperties: 1,
      }),
      namePatterns.integration,
      { minProperties: 1, maxProperties: 10 },
    ),
  },
  ['param', 'credentials'],
);

const request = record(
  'One HTTP request. `{name}` stands for a value; a brace as such is doubled.',
  {
    method: oneOf('HTTP method.', ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: text('Below the base URL; each segment is encoded for itself.', { pattern: '^/', maxLength: 1000 }),
    query: mapOf('Query keys.', { type: ['string', 'number', 'boolean'] }, '^'),
    headers: mapOf('Headers.', { type: 'string' }, '^'),
    body: {
      description: 'Sent as JSON. In a list, `$optional: […]` is left out when a value in it is absent.',
    },
  },
  ['method', 'path'],
);

const param: JsonSchema = record(
  'One param: its JSON Schema, and where its value goes.',
  {
    ...valueKeywords,
    required: flag('Whether a call must give it. Default: false.'),
    values: mapOf(
      'Other spellings that callers may use, each with the value of the API that it stands for.',
      { type: 'string' },
      '^',
      { minProperties: 1 },
    ),
    default: { description: 'Sent when the caller gives nothing.' },
    generate: {
      const: 'uuid4',
      description: 'A fresh value per call, the same on every retry of that call.',
    },
    in: oneOf('Where it travels, when no template names it. `none`: only expressions read it.', [
      'path',
      'query',
      'header',
      'body',
      'none',
    ]),
    as: text('Its name there. Default: its own.'),
  },
  ['description'],
);

const step = record(
  'A named request of a function that needs several.',
  {
    name: text('Its name under `steps` in expressions.', { pattern: namePatterns.name }),
    api: text("One of the APIs; default: the function's."),
    when: jmespath('The step runs only when this is true.'),
    with: mapOf("Names for this step's templates.", jmespath('Computed from what came before.')),
    request: ref('request'),
    response: record('What counts as success.', responseKeys),
  },
  ['name', 'request'],
);

const reply = record(
  'A reply of the service.',
  {
    status: { type: 'integer', minimum: 200, maximum: 599, description: 'Status code.' },
    headers: mapOf('Headers.', { type: 'string' }, '^'),
    body: { description: 'A JSON value; for text and markdown the text.' },
  },
  ['status'],
);

const failure = record(
  'Fields that the error must have.',
  {
    code: oneOf('Error code.', errorCodes),
    message: text('The whole message.'),
    status: { type: 'integer', description: 'Status of the last reply.' },
    param: text('The param or credential that it is about.'),
    retryable: flag('Whether the same call may work later.'),
    outcome: oneOf('What became of the call.', ['not_sent', 'refused', 'unknown', 'done']),
    attempts: { type: 'integer', description: 'Requests sent.' },
    retry_after_ms: { type: 'integer', description: 'Wait that the service asked for.' },
    request_id: text("The service's id of the request."),
  },
  ['code'],
);

const example = record(
  'One call, its replies and what comes of them. Replayed by the check and by the tests of every surface.',
  {
    title: line('What it shows.', 80),
    args: { type: 'object', description: 'Arguments of the call.' },
    http: {
      type: ['object', 'array'],
      description: 'The reply, or the replies in order.',
      ...choose({ type: 'array' }, { items: ref('reply'), minItems: 1 }, ref('reply')),
    },
    result: { description: 'What the call returns, exactly.' },
    error: ref('failure'),
    lua: text('A script to show instead of the derived snippet.'),
  },
  ['title', 'args'],
  { oneOf: [{ required: ['result'] }, { required: ['error'] }] },
);

/** The JSON Schema of `specs/<name>/functions/<function>.yaml`: source of the published schema and of the check. */
export const functionSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'functions/<function>.yaml',
  ...record(
    'One function; its name is the name of the file.',
    {
      title: line('Name for people.', 60),
      operation: oneOf('Whether it changes anything.', ['read', 'write']),
      destructive: flag('May overwrite or delete. Default: false.'),
      idempotency: oneOf('What a repeated call does. Default: safe for read, none for write.', [
        'safe',
        'idempotent',
        'keyed',
        'none',
      ]),
      description: text('What it does, for agents that choose among functions.'),
      important: text(
        'Sentences of the description that no list leaves out: what a caller has to know, or to tell the user.',
      ),
      keywords: listOf(
        'What people call it who do not know its name. The search finds it by these; they are shown nowhere.',
        line('A word or a few.', 40),
        { maxItems: 12, uniqueItems: true },
      ),
      api: text('One of the APIs of integration.yaml; may be left out where there is one.'),
      request: ref('request'),
      steps: listOf('Several requests in order, instead of `request`.', ref('step'), { maxItems: 20 }),
      params: mapOf('What the caller gives, by name.', ref('param'), namePatterns.name, {
        maxProperties: 200,
      }),
      paginate: {
        type: ['boolean', 'object'],
        description: "`true`: as integration.yaml says; or the function's own.",
        ...choose({ type: 'boolean' }, { const: true }, ref('paginate')),
      },
      connects: ref('connects'),
      response: record('Which replies mean success, and what becomes of them.', {
        ...responseKeys,
        select: jmespath('Shapes the result. Default: the body of the last reply.'),
      }),
      returns: { ...ref('schema') },
      errors: ref('errors'),
      examples: listOf('Documented calls; at least one with `http` and `result`.', ref('example'), {
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
