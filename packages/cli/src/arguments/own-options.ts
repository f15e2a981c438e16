/** One option of `kosmo call` that is not a param of the function. */
interface OwnOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** As help shows it. */
  readonly flags: string;
  readonly help: string;
  /** It means something only beside `--all`; without that, a param of its name is meant. */
  readonly withAll?: true;
}

/** They keep their meaning whatever a function's params are called; `--arg NAME=VALUE` reaches a param of the same name. */
export const ownOptions: Readonly<Record<string, OwnOption>> = {
  arg: {
    type: 'string',
    multiple: true,
    flags: '--arg <name=value>',
    help: 'an argument by name; @FILE or @- is its text, @@ a plain @',
  },
  account: { type: 'string', flags: '--account <account>', help: 'the account to use (default: default)' },
  yes: {
    type: 'boolean',
    short: 'y',
    flags: '-y, --yes',
    help: 'approve the call; what the policy denies stays denied',
  },
  timeout: { type: 'string', flags: '--timeout <duration>', help: 'such as 500ms, 30s or 2m (default: 30s)' },
  'dry-run': {
    type: 'boolean',
    flags: '--dry-run',
    help: 'check everything, print the request, send nothing',
  },
  curl: { type: 'boolean', flags: '--curl', help: 'a dry run that prints the request for curl' },
  'non-interactive': { type: 'boolean', flags: '--non-interactive', help: 'never ask' },
  json: { type: 'boolean', flags: '--json', help: 'print one JSON object: ok, data or error, meta' },
  all: { type: 'boolean', flags: '--all', help: 'the items of all pages, one line of JSON each' },
  limit: { type: 'string', withAll: true, flags: '--limit <count>', help: 'with --all: stop after so many' },
  query: { type: 'string', flags: '--query <jmespath>', help: 'print what the expression selects' },
  output: { type: 'string', short: 'o', flags: '-o, --output <file>', help: 'write the result to a file' },
  format: { type: 'string', flags: '--format <format>', help: 'table, json, yaml, csv or ndjson' },
  quiet: { type: 'boolean', short: 'q', flags: '-q, --quiet', help: 'print ids only' },
  help: { type: 'boolean', short: 'h', flags: '-h, --help', help: 'show this help' },
};
