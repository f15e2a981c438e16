import { brokenRule, checkCalls } from '../operation/index.js';
import { inlineRefs, type Types } from '../spec/inline-refs.js';
import { requestNames } from '../spec/request-placeholders.js';
import type { FunctionSpec, ParamSpec } from '../spec/spec.js';
import { requestsOf, type RequestUse } from './requests.js';

/** Why a param cannot be the key of a `keyed` function; undefined when it can. */
type Flaw = 'absent' | 'empty' | 'fixed' | 'unsent' | undefined;

export interface KeyParam {
  readonly name: string;
  readonly flaw: Flaw;
}

/**
 * The param that carries the key of a `keyed` function: one that is generated; else the one that is sent under the
 * name that such keys have (`Idempotency-Key`); else one that a call always gives and sends, preferably in a header.
 */
export function keyParam(spec: FunctionSpec, types: Types): KeyParam | undefined {
  const all = Object.entries(spec.params ?? {}).map(([name, param]) => ({
    name,
    flaw: flawOf(spec, name, param, types),
    generated: param.generate !== undefined,
    named: sentAs(spec, name, param).some((as) => /idempot/i.test(as)),
    inHeader: param.in === 'header',
  }));
  const sound = all.filter(({ flaw }) => flaw === undefined);
  return (
    sound.find(({ generated }) => generated) ??
    all.find(({ named }) => named) ??
    sound.find(({ inHeader }) => inHeader) ??
    sound[0]
  );
}

function flawOf(spec: FunctionSpec, name: string, param: ParamSpec, types: Types): Flaw {
  const all = requestsOf(spec);
  const writing = all.filter(({ request: { method } }) => method !== 'GET' && method !== 'HEAD');
  const carriers = writing.length > 0 ? writing : all;
  if (!carriers.every((use) => carries(use, name, param, spec))) return 'unsent';
  if (param.generate) return undefined;
  if (!param.required) return 'absent';
  const { required: _flag, ...schema } = inlineRefs(param, types);
  if (schema['type'] !== 'string' || 'const' in schema || 'enum' in schema) return 'fixed';
  return brokenRule(checkCalls(schema), '', name) === undefined ? 'empty' : undefined;
}

/** An expression that decides may leave the key out although it was given. */
const deciding = /&&|\|\||[?!<>]|==/;

/** The request has the value of the param in it, or one that is made of it. */
function carries({ request, step }: RequestUse, name: string, param: ParamSpec, spec: FunctionSpec): boolean {
  const names = requestNames(request);
  const computed = Object.entries(step?.with ?? {});
  const isMadeOfIt = (source: string) =>
    new RegExp(`\\bargs\\.${name}\\b`).test(source) && !deciding.test(source);
  if (computed.some(([own, source]) => names.has(own) && isMadeOfIt(source))) return true;
  if (names.has(name)) return !computed.some(([own]) => own === name);
  return spec.request !== undefined && param.in !== 'none' && param.in !== 'path';
}

/** The names under which a param is sent: its own, and those of the headers that hold it. */
function sentAs(spec: FunctionSpec, name: string, param: ParamSpec): string[] {
  const headers = requestsOf(spec).flatMap(({ request }) => Object.entries(request.headers ?? {}));
  const holding = headers.flatMap(([header, value]) => (value.includes(`{${name}}`) ? [header] : []));
  return [param.as ?? name, ...holding];
}
