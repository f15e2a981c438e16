/** What the documentation says of one code. */
export interface CatalogEntry {
  /** The rule, in a few words. */
  readonly title: string;
  /** Why it is a rule, and when the code comes. */
  readonly cause: string;
  /** What to do, unless the diagnostic itself knows better. */
  readonly fix: string;
}

/** Every code. The type `DiagnosticCode` comes from it, so a code without an entry does not compile. */
export const catalog = {
  FILE_EMPTY: {
    title: 'A file is empty',
    cause: 'The file holds nothing but blanks and comments.',
    fix: 'Write the spec, or delete the file.',
  },
  FILE_ENCODING: {
    title: 'A file is not plain UTF-8',
    cause: 'Specs are UTF-8 without a byte order mark, so that positions and bytes mean the same everywhere.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
  },
  FILE_ERRORS_CUT: {
    title: 'More errors than are shown',
    cause: 'At most 100 errors of a file are shown.',
    fix: 'Correct those that are shown, and check again.',
  },
  FILE_TOO_LARGE: {
    title: 'A file is too large',
    cause: 'A spec file may have 2 MB. It is refused before it is read.',
    fix: 'Split the function, or shorten its examples.',
  },
  FILE_UNEXPECTED: {
    title: 'A file that nothing reads',
    cause:
      'An integration folder holds integration.yaml, functions/*.yaml, overview.md and icon.svg. A file of another name, such as *.yml, would be passed over in silence. Hidden files are left alone.',
    fix: 'Rename the file to `<function>.yaml`, or move it elsewhere.',
  },
  INTEGRATION_MISSING: {
    title: 'A folder without integration.yaml',
    cause: 'Each folder below specs is one integration and begins with integration.yaml.',
    fix: 'Add integration.yaml, or delete the folder.',
  },
  INTEGRATION_UNKNOWN: {
    title: 'No such integration',
    cause: 'A name that was asked for is no folder below specs.',
    fix: 'Use the name of a folder below specs.',
  },
  FUNCTIONS_MISSING: {
    title: 'An integration without functions',
    cause: 'The functions folder is missing or empty.',
    fix: 'Add functions/<name>.yaml.',
  },
  YAML_SYNTAX: {
    title: 'Not valid YAML',
    cause: 'The file breaks a rule of YAML 1.2. What follows the place may not have been checked.',
    fix: 'Correct the YAML at this place; quote text that holds `: `, ` #`, or begins with a sign.',
  },
  YAML_DEPTH: {
    title: 'Nested too deep',
    cause: 'Lists and mappings may be nested 64 levels deep.',
    fix: 'Flatten the value; move shared schemas to `types`.',
  },
  YAML_SIZE: {
    title: 'Too many values',
    cause: 'One file may hold 500,000 values, those that aliases repeat included.',
    fix: 'Shorten the file, or use fewer aliases.',
  },
  YAML_ALIAS: {
    title: 'An alias that cannot be followed',
    cause: 'An alias names an anchor before it, never one that contains it; a file may have 100 aliases.',
    fix: 'Write the value out, or move a shared schema to `types`.',
  },
  YAML_TAG: {
    title: 'A YAML tag',
    cause: 'Tags such as `!!str` change how a value is read. Specs use none.',
    fix: 'Remove the tag; quote the value to make it text.',
  },
  YAML_DOCUMENTS: {
    title: 'Several documents in one file',
    cause: 'A file holds one document. `---` begins another.',
    fix: 'Keep one document; put each function into a file of its own.',
  },
  YAML_DIRECTIVE: {
    title: 'A YAML directive',
    cause: 'Lines such as `%YAML 1.1` change how the file is read.',
    fix: 'Remove the line.',
  },
  YAML_DUPLICATE_KEY: {
    title: 'A key is there twice',
    cause: 'Only one of two equal keys could count.',
    fix: 'Keep one of them.',
  },
  YAML_MERGE_KEY: {
    title: 'A merge key',
    cause: '`<<` is a convention of YAML 1.1 that hides what a mapping holds.',
    fix: 'Write the keys out, or move a shared schema to `types`.',
  },
  YAML_KEY_NOT_TEXT: {
    title: 'A key that is not text',
    cause: 'YAML reads keys such as `1`, `true` or `null` as other than text.',
    fix: 'Quote the key.',
  },
  YAML_NUMBER: {
    title: 'A number that is not what it looks like',
    cause:
      'YAML reads `012` as 12, `1e3` as 1000, `1.10` as 1.1, and rounds what does not fit a double. A number is written as JSON would print it.',
    fix: 'Quote it if it is text; otherwise write the plain number.',
  },
  KEY_UNKNOWN: {
    title: 'A key that the spec language does not have',
    cause: 'A misspelt key would do nothing, so each unknown key is an error.',
    fix: 'Use one of the keys that docs/guides/spec-language.md lists.',
  },
  KEY_MISSING: {
    title: 'A required key is missing',
    cause: 'The mapping at this place needs the key.',
    fix: 'Add the key.',
  },
  VALUE_TYPE: {
    title: 'A value of the wrong type',
    cause: 'The key takes another kind of value: text, number, list, mapping …',
    fix: 'Write a value of the type that is asked for; quote text that YAML reads as a number.',
  },
  VALUE_INVALID: {
    title: 'A value that is not allowed',
    cause: 'The value has the right type and breaks another rule of its key.',
    fix: 'Use a value that the rule allows.',
  },
  NAME_INVALID: {
    title: 'A name of the wrong form',
    cause:
      'Names of functions, params, steps, credentials and APIs match `^[a-z][a-z0-9_]{0,63}$`, integrations `^[a-z][a-z0-9-]*$`, types `^[A-Z][A-Za-z0-9]*$`: forms that each target can spell.',
    fix: 'Rename it.',
  },
  NAME_MISMATCH: {
    title: 'Name and folder differ',
    cause: 'The folder is the name of its integration, in packages, namespaces and tools.',
    fix: 'Make `name` and the folder equal.',
  },
  NAME_RESERVED: {
    title: 'A reserved word as a name',
    cause:
      'The name is a word of Lua 5.1 to 5.4, of JavaScript or TypeScript, or means something else on some surface, as the commands of `kosmo` do.',
    fix: 'Choose another name.',
  },
  NAME_COLLISION: {
    title: 'Two names that become one',
    cause:
      'Each target spells names its own way: `get_key` is `getKey` in TypeScript. Two names that differ only by letter case or underscores meet on some surface.',
    fix: 'Rename one of them.',
  },
  TEMPLATE_SYNTAX: {
    title: 'A brace out of place',
    cause: '`{name}` stands for a value. A brace that is meant as such is doubled: `{{`, `}}`.',
    fix: 'Close the brace, or double it.',
  },
  TEMPLATE_NAME_UNKNOWN: {
    title: 'A placeholder without a value',
    cause:
      "A placeholder names a param, a name under the step's `with`, the position of `paginate`, or a credential that is no secret; in `base_url` and `auth` a credential.",
    fix: 'Declare the param, or correct the name.',
  },
  BODY_INVALID: {
    title: 'A body that cannot be sent',
    cause:
      'GET and HEAD have no body. Keys that begin with `$` belong to the language; `$optional` stands alone in a mapping, inside a list.',
    fix: 'Remove the body or the key.',
  },
  PATH_INVALID: {
    title: 'A path that could lead elsewhere',
    cause: 'A path has no query, no fragment, no empty, `.` or `..` segments; params fill segments.',
    fix: 'Write the plain path; move query keys to `query`.',
  },
  HEADER_INVALID: {
    title: 'A header that may not be set',
    cause: 'The name is no token, or the header belongs to HTTP itself or to `auth`.',
    fix: 'Remove the header; put credentials under `auth`.',
  },
  PARAM_UNUSED: {
    title: 'A param that has no effect',
    cause: 'Nothing sends the param and no expression reads it.',
    fix: 'Use it in the request, or delete it.',
  },
  PARAM_PLACE: {
    title: 'A param in no place, or in two',
    cause:
      'A param goes where `in` says, or where a template names it; else to the query of GET, HEAD and DELETE and to the body of the others. It cannot be in two of these places, nor become a member of a body that is a list.',
    fix: 'Name it in the request, or say `in`.',
  },
  PARAM_OPTIONAL: {
    title: 'An optional param where a value is needed',
    cause: 'Without its value a path segment, or a list in the body, cannot be built.',
    fix: 'Make it required, give it a default, or put its part of the list under `$optional`.',
  },
  API_UNKNOWN: {
    title: 'An API that is not declared',
    cause: '`api` names one of the `apis` of integration.yaml. It may be left out where there is only one.',
    fix: 'Correct the name, or declare the API.',
  },
  CHECK_INVALID: {
    title: 'A check that cannot be called',
    cause: '`check` names a function that reads and needs no arguments.',
    fix: 'Name such a function.',
  },
  SKILL_INVALID: {
    title: 'A skill that shows nothing',
    cause: '`skill.examples` names functions that have an example with a result.',
    fix: 'Name such functions, or leave `examples` out.',
  },
  PAGINATE_INVALID: {
    title: 'Paging that does not work',
    cause: 'Each style of paging needs certain keys, and a param or placeholder that carries the position.',
    fix: 'Compare with the table of styles in docs/guides/spec-language.md.',
  },
  IDEMPOTENCY_INVALID: {
    title: 'Classes that contradict each other',
    cause:
      'A read is `safe`, a write is not; a read destroys nothing; `keyed` needs a param that carries the key.',
    fix: 'Correct `operation`, `destructive` or `idempotency`.',
  },
  STATUS_INVALID: {
    title: 'A status that cannot be a success',
    cause: 'Redirects are never followed and 1xx replies never end a request.',
    fix: 'List the status codes that mean success: 200 to 299, or an error code that is no error here.',
  },
  EXTRACT_INVALID: {
    title: 'A field that cannot be extracted',
    cause: '`extract` reads text and Markdown; each expression compiles and has a first group, the value.',
    fix: 'Set `format: text` or `markdown`, and put the value in a group.',
  },
  CONNECTS_INVALID: {
    title: 'An account that cannot be made',
    cause:
      'A function with `connects` is a write with a text param for the name of the account, and gives credentials that their integration has. What a secret is read from is not in its result.',
    fix: 'Compare with `connects` in docs/guides/spec-language.md.',
  },
  EXPRESSION_SYNTAX: {
    title: 'Not valid JMESPath',
    cause: 'The expression does not compile.',
    fix: 'Correct it; https://jmespath.org explains the language.',
  },
  EXPRESSION_NAME_UNKNOWN: {
    title: 'An expression reads what is not there',
    cause:
      'An expression reads `args`, `credentials`, `steps`, `status`, `headers`, `body`, and `items` or `result` where paging gives them; below `args`, `credentials` and `steps` only names that exist at this point.',
    fix: 'Correct the name.',
  },
  EXPRESSION_SECRET: {
    title: 'An expression reads a secret',
    cause: 'Expressions shape results and messages, which a secret must never reach.',
    fix: 'Use the credential in `auth`, or make it `type: string` if it is no secret.',
  },
  SELECT_MISMATCH: {
    title: '`select` and `returns` disagree',
    cause: 'The keys that `select` makes are the properties that `returns` describes.',
    fix: 'Describe each key under `returns.properties`, or drop it from `select`.',
  },
  SCHEMA_INVALID: {
    title: 'A schema that contradicts itself',
    cause:
      'A keyword that does not apply to the type, bounds in the wrong order, a pattern that does not compile …',
    fix: 'Correct the schema.',
  },
  DEFAULT_INVALID: {
    title: 'A default that cannot be used',
    cause: 'A default must satisfy its own schema; a required or generated param has none.',
    fix: 'Correct the default, or remove it.',
  },
  TYPE_UNKNOWN: {
    title: 'A type that is not declared',
    cause: '`$ref` names one of the `types` of integration.yaml.',
    fix: 'Correct the name, or declare the type.',
  },
  TYPE_CYCLE: {
    title: 'A type that contains itself',
    cause:
      'The schema of a param is written out in full, so it cannot be recursive; nor can a type be an alias of itself, or lead through more than 16 others.',
    fix: 'Use a recursive type in `returns` only.',
  },
  TYPE_TOO_LARGE: {
    title: 'A param that grows too large',
    cause:
      'The schema of a param is written out in full, each `$ref` replaced; it may come to 2,000 schemas.',
    fix: 'Describe less of the value, with `type: object` for the rest.',
  },
  TYPE_UNUSED: {
    title: 'A type that nothing uses',
    cause: 'No function refers to the type, directly or through another type.',
    fix: 'Refer to it, or delete it.',
  },
  CREDENTIAL_UNUSED: {
    title: 'A credential that nothing uses',
    cause: 'No API and no expression uses it; users would be asked for it in vain.',
    fix: 'Use it in `base_url` or `auth`, or delete it.',
  },
  CREDENTIAL_HOSTS: {
    title: 'Hosts of a credential',
    cause:
      'A `url` credential decides where secrets are sent, so it says which hosts it may name. Other credentials have no hosts.',
    fix: 'Add `hosts: ["*.example.com"]` to the url credential.',
  },
  CREDENTIAL_ENV: {
    title: 'Two credentials, one variable',
    cause: 'Each credential is read from an environment variable of its own.',
    fix: 'Give one of them another variable.',
  },
  BASE_URL_INVALID: {
    title: 'A base URL that cannot be used',
    cause:
      'A base URL is https, without user name, query and fragment, and its host comes from the spec or from a `url` credential.',
    fix: 'Write `https://host/path`, or a whole `{credential}` of type url.',
  },
  REDACT_REPEATED: {
    title: 'A key is redacted twice',
    cause: 'The list holds the key twice.',
    fix: 'Keep one.',
  },
  EXAMPLE_MISSING: {
    title: 'A function without a working example',
    cause:
      'Each function has an example with `http` and `result`: it proves the mapping, and the docs show it.',
    fix: 'Add an example with `args`, `http` and `result`.',
  },
  EXAMPLE_ARGS: {
    title: 'Arguments that the function refuses',
    cause: 'The call in the example fails before anything is sent.',
    fix: 'Correct the arguments or the params.',
  },
  EXAMPLE_REPLIES: {
    title: 'Too many or too few replies',
    cause: 'The replies under `http` are served in order, one for each request that the call makes.',
    fix: 'List one reply for each request.',
  },
  EXAMPLE_RESULT: {
    title: 'The example gives another result',
    cause: 'The call was run against the replies of the example, and gave something else.',
    fix: 'Correct `result`, `select` or the replies.',
  },
  EXAMPLE_ERROR: {
    title: 'The example gives another error',
    cause: 'The call was run against the replies of the example. It worked, or failed otherwise.',
    fix: 'Correct `error`, the error rules or the replies.',
  },
  EXAMPLE_RETURNS: {
    title: 'The result is not what `returns` describes',
    cause: 'The result of the example does not satisfy the schema under `returns`.',
    fix: 'Correct `returns` or the example.',
  },
  DESCRIPTION_STYLE: {
    title: 'A description out of style',
    cause:
      'Descriptions are read by agents with little room: one line, a full stop at the end, at most 400 characters for a function and 200 for a param.',
    fix: 'Shorten it, or end it with a full stop.',
  },
} as const satisfies Record<string, CatalogEntry>;

export type DiagnosticCode = keyof typeof catalog;
