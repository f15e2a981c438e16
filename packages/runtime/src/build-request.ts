import { type Call, callError } from './call.js';
import { encodeJson } from './encode-json.js';
import { encodePath } from './encode-path.js';
import { headerText } from './header-text.js';
import type { Request, Template } from './operation.js';
import { joinParts, type Lookup, renderTemplate, templateNames, toText } from './render-template.js';

/** One HTTP request, ready to be sent any number of times. */
export interface BuiltRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const accepts = {
  json: 'application/json',
  text: 'text/plain, */*',
  markdown: 'text/markdown, text/plain, */*',
};
/** Fills a step's templates. `names` are values that only this request sees; they hide params of the same name. */
export function buildRequest(
  call: Call,
  step: Request,
  names: Readonly<Record<string, unknown>>,
  link?: string,
): BuiltRequest {
  const lookup: Lookup = (name) =>
    [names, call.args, call.credentials].find((values) => Object.hasOwn(values, name))?.[name];
  const refuse = (template: Template, rule: string): never => {
    const name = templateNames(template)[0] ?? 'a value';
    const param = Object.hasOwn(call.args, name) || Object.hasOwn(call.operation.params, name);
    throw callError(call, {
      code: param ? 'invalid_argument' : 'bad_response',
      message: `${name} ${rule}`,
      ...(param && { param: name, outcome: 'not_sent' }),
    });
  };
  const access = call.access[step.api]!;
  const body = step.body === undefined ? undefined : renderTemplate(step.body, lookup);
  if (Array.isArray(step.body) && body === undefined) refuse(step.body, 'is required');
  const url = link
    ? addQuery(link, access.query)
    : access.base + encodePath(step.path, lookup, refuse) + encodeQuery(step, access.query, lookup, refuse);
  const headers = buildHeaders(step, lookup, refuse);
  if (body !== undefined) headers['content-type'] ??= 'application/json';
  for (const name in access.headers) headers[name] = access.headers[name]!;
  return { method: step.method, url, headers, body: body === undefined ? undefined : encodeJson(body) };
}

type Refuse = (template: Template, rule: string) => never;

/** Lists repeat their key; absent and null values leave it out. */
function encodeQuery(
  step: Request,
  auth: Readonly<Record<string, string>>,
  lookup: Lookup,
  refuse: Refuse,
): string {
  const pairs: string[] = [];
  const query = step.query ? { ...step.query, ...auth } : auth;
  for (const [key, template] of Object.entries(query)) {
    const value = renderTemplate(template, lookup);
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = toText(item);
      if (text === undefined) continue;
      if (/\p{Cs}/u.test(text)) refuse(template, 'must not contain lone surrogates');
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(text)}`);
    }
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function buildHeaders(step: Request, lookup: Lookup, refuse: Refuse): Record<string, string> {
  const headers: Record<string, string> = { accept: accepts[step.format ?? 'json'] };
  for (const [name, template] of Object.entries(step.headers ?? {})) {
    const text = joinParts(template, lookup, String);
    if (text === undefined) continue;
    if (!headerText.test(text)) refuse(template, 'must be plain ASCII without line breaks to fit a header');
    headers[name.toLowerCase()] = text;
  }
  return headers;
}

function addQuery(link: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(link);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.href;
}
