import { type CallHelper, Code, writeCode } from '../../javascript/code.js';
import { printString } from '../../javascript/string.js';
import type { ApiModel, AuthModel, CredentialModel } from '../../model/model.js';
import { formOf, type RequestTemplate } from '../../spec/template.js';
import { call as callPart, type Tree } from '../tree.js';
import { slot, valueOf } from './template-code.js';

/** The members of an API that are generated as code. */
export interface ApiCode {
  readonly base_url: Code;
  readonly auth: Tree;
}

/** The functions that find out where an API is, and that prove who is calling. */
export function apiCode({ baseUrl, auth }: ApiModel, credentials: readonly CredentialModel[]): ApiCode {
  const [first, ...others] = auth.map((way) => writeCode((call) => slot(wayCode(way, credentials, call))));
  return {
    base_url: writeCode((call) => slot(baseUrlCode(baseUrl, credentials, call))),
    auth: others.length === 0 ? (first ?? new Code('() => ({})', [])) : callPart('firstOf', first, ...others),
  };
}

function baseUrlCode(
  template: RequestTemplate,
  credentials: readonly CredentialModel[],
  call: CallHelper,
): string {
  const form = formOf(template);
  if (form.kind === 'placeholder') return `String(${valueOf(form.name)})`;
  if (form.kind !== 'text') return printString(String(template));
  const isUrl = (name: string) => credentials.some((one) => one.name === name && one.type === 'url');
  const placeholder = (name: string) =>
    isUrl(name) ? `String(${valueOf(name)})` : call('label', 'value', printString(name));
  return form.parts
    .map((part) => (typeof part === 'string' ? printString(part) : placeholder(part.$value)))
    .join(' + ');
}

const spellings: Readonly<
  Record<AuthModel['kind'], (data: never, call: CallHelper, isSecret: (name: string) => boolean) => string>
> = {
  none: () => '({})',
  bearer(token: RequestTemplate, call, isSecret) {
    const code = textCode(token, call);
    const form = formOf(token);
    if (form.kind === 'placeholder' && isSecret(form.name)) return call('bearer', code);
    return call('authHeader', printString('authorization'), call('text', printString('Bearer '), code));
  },
  basic: (
    { username, password }: { readonly username: RequestTemplate; readonly password: RequestTemplate },
    call,
  ) => call('basic', textCode(username, call), textCode(password, call)),
  header: ({ name, value }: NamedValue, call) =>
    call('authHeader', printString(name.toLowerCase()), headerCode(value, call)),
  query: ({ name, value }: NamedValue, call) => call('authQuery', printString(name), textCode(value, call)),
};

interface NamedValue {
  readonly name: string;
  readonly value: RequestTemplate;
}

function wayCode(
  { kind, data }: AuthModel,
  credentials: readonly CredentialModel[],
  call: CallHelper,
): string {
  const isSecret = (name: string) => credentials.some((one) => one.name === name && one.type === 'secret');
  return spellings[kind](data[kind] as never, call, isSecret);
}

function headerCode(template: RequestTemplate, call: CallHelper): string {
  const code = textCode(template, call);
  return formOf(template).kind === 'placeholder' ? call('text', code) : code;
}

function textCode(template: RequestTemplate, call: CallHelper): string {
  const form = formOf(template);
  if (form.kind === 'placeholder') return valueOf(form.name);
  if (form.kind !== 'text') return printString(String(template));
  return call(
    'text',
    ...form.parts.map((part) => (typeof part === 'string' ? printString(part) : valueOf(part.$value))),
  );
}
