import type { ExampleSpec, ReplySpec } from '../spec/spec.js';
import type { ExampleModel, ExampleReply } from './model.js';

export function buildExample({ title, args, http = [], result, error, lua }: ExampleSpec): ExampleModel {
  return {
    title,
    args,
    http: [http].flat().map(buildReply),
    ...(result === undefined ? {} : { result }),
    ...(error === undefined ? {} : { error }),
    ...(lua === undefined ? {} : { lua }),
  };
}

/** Header names become lower case, as a transport reports them. */
function buildReply({ status, headers = {}, body = null }: ReplySpec): ExampleReply {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { status, headers: Object.fromEntries(lower), body };
}
