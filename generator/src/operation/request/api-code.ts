import { jsString } from '../../jmespath/index.js';
import type { ApiModel, AuthModel, CredentialModel } from '../../model/model.js';
import { formOf, type Template } from '../../spec/template.js';
import { type CallPart, type Code, slot, valueOf, writeCode } from '../../javascript/code.js';

/** What of an API is code. */
export interface ApiCode {
  readonly baseUrl: Code;
  readonly auth: Code;
}

/** The functions that find out where an API is, and that prove who is calling. */
export function apiCode({ baseUrl, auth }: ApiModel, credentials: readonly CredentialModel[]): ApiCode {
  return {
    baseUrl: writeCode((call) => slot(baseUrlCode(baseUrl, credentials, call))),
    auth: writeCode((call) => authCode(auth, credentials, call)),
  };
}

function baseUrlCode(template: Template, credentials: readonly CredentialModel[], call: CallPart): string {
  const form = formOf(template);
  if (form.kind === 'hole') return `String(${valueOf(form.name)})`;
  if (form.kind !== 'text') return jsString(String(template));
  const isUrl = (name: string) => credentials.some((one) => one.name === name && one.type === 'url');
  const hole = (name: string) =>
    isUrl(name) ? `String(${valueOf(name)})` : call('label', 'value', jsString(name));
  return form.parts
    .map((part) => (typeof part === 'string' ? jsString(part) : hole(part.$value)))
    .join(' + ');
}

function authCode(
  ways: readonly AuthModel[],
  credentials: readonly CredentialModel[],
  call: CallPart,
): string {
  const printed = ways.map((way) => slot(wayCode(way, credentials, call)));
  if (printed.length < 2) return printed[0] ?? '() => ({})';
  return call('firstOf', ...printed);
}

const spellings: Readonly<
  Record<AuthModel['kind'], (data: never, call: CallPart, isSecret: (name: string) => boolean) => string>
> = {
  none: () => '({})',
  bearer(token: Template, call, isSecret) {
    const code = textCode(token, call);
    const form = formOf(token);
    if (form.kind === 'hole' && isSecret(form.name)) return call('bearer', code);
    return call('authHeader', jsString('authorization'), call('text', jsString('Bearer '), code));
  },
  basic: ({ username, password }: { readonly username: Template; readonly password: Template }, call) =>
    call('basic', textCode(username, call), textCode(password, call)),
  header: ({ name, value }: NamedValue, call) =>
    call('authHeader', jsString(name.toLowerCase()), headerCode(value, call)),
  query: ({ name, value }: NamedValue, call) => call('authQuery', jsString(name), textCode(value, call)),
};

interface NamedValue {
  readonly name: string;
  readonly value: Template;
}

function wayCode({ kind, data }: AuthModel, credentials: readonly CredentialModel[], call: CallPart): string {
  const isSecret = (name: string) => credentials.some((one) => one.name === name && one.type === 'secret');
  return spellings[kind](data[kind] as never, call, isSecret);
}

function headerCode(template: Template, call: CallPart): string {
  const code = textCode(template, call);
  return formOf(template).kind === 'hole' ? call('text', code) : code;
}

function textCode(template: Template, call: CallPart): string {
  const form = formOf(template);
  if (form.kind === 'hole') return valueOf(form.name);
  if (form.kind !== 'text') return jsString(String(template));
  return call(
    'text',
    ...form.parts.map((part) => (typeof part === 'string' ? jsString(part) : valueOf(part.$value))),
  );
}
