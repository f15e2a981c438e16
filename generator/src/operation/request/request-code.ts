import { jsString, printJson, printObject } from '../../jmespath/index.js';
import type { FunctionModel, ParamModel, StepModel } from '../../model/model.js';
import { formOf, type Template, templateNames } from '../../spec/template.js';
import { type CallPart, type Code, slot, valueOf, writeCode } from '../../javascript/code.js';
import { paramRules } from '../params/param-rules.js';
import { pathCode } from './path-code.js';
import { demandedCode, type Place, templateCode } from './template-code.js';

/** What of a request is code. */
export interface RequestCode {
  readonly path: Code;
  readonly headers?: Code;
  readonly body?: Code;
  readonly format?: Code;
}

/** The functions that put the values of a call into one of its requests. */
export function requestCode({ params }: FunctionModel, step: StepModel): RequestCode {
  const known = new Map(params.map((param) => [param.name, param]));
  const isCertain = (name: string) => !Object.hasOwn(step.with, name) && isGiven(known.get(name));
  const { headers, body } = step;
  return {
    path: writeCode((call) => pathCode(step, { call, hole: part(call, 'queryValue'), isCertain })),
    ...(Object.keys(headers).length > 0 && {
      headers: writeCode((call) =>
        headersCode(headers, { call, hole: part(call, 'headerValue'), isCertain }),
      ),
    }),
    ...(body !== undefined && {
      body: writeCode((call) => bodyCode(body, step, known, { call, hole: valueOf, isCertain })),
    }),
    ...(step.format !== 'json' && { format: writeCode((call) => formatCode(step, call)) }),
  };
}

function part(call: CallPart, name: string): Place['hole'] {
  return (hole) => call(name, 'value', jsString(hole));
}

function isGiven(param: ParamModel | undefined): boolean {
  if (!param || paramRules(param.schema).nullable) return false;
  return param.required || param.generate !== undefined || (param.default ?? null) !== null;
}

function headersCode(headers: Readonly<Record<string, Template>>, place: Place): string {
  const fields = Object.entries(headers).map(([name, template]): [string, string] => {
    const form = formOf(template);
    const literal = form.kind === 'literal' ? jsString(String(form.value)) : undefined;
    return [name.toLowerCase(), literal ?? templateCode(template, place)];
  });
  const isFixed = Object.values(headers).every((template) => templateNames(template).length === 0);
  return slot(isFixed ? `(${printObject(fields)})` : place.call('headerFields', printObject(fields)));
}

function bodyCode(
  body: Template,
  step: StepModel,
  params: ReadonlyMap<string, ParamModel>,
  place: Place,
): string {
  const names = templateNames(body);
  if (names.length === 0) return slot(jsString(JSON.stringify(body)));
  // JSON.stringify knows no BigInt.
  const isPlain = names.every((name) => !Object.hasOwn(step.with, name) && isText(params.get(name)));
  const code = demandedCode(body, place);
  return slot(isPlain ? `JSON.stringify(${code})` : place.call('encodeJson', code));
}

function isText(param: ParamModel | undefined): boolean {
  return param?.schema['type'] === 'string' || param?.schema['type'] === 'boolean';
}

function formatCode({ format, extract }: StepModel, call: CallPart): string {
  const kind = call(format === 'markdown' ? 'markdown' : 'plainText');
  if (!extract) return kind;
  const fields = Object.entries(extract);
  const patterns = Object.fromEntries(fields.map(([name, { pattern }]) => [name, pattern]));
  const required = fields.flatMap(([name, field]) => (field.required ? [name] : []));
  return call('extract', kind, printJson(patterns), ...(required.length > 0 ? [printJson(required)] : []));
}
