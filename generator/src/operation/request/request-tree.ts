import { type CallHelper, writeCode } from '../../javascript/code.js';
import { printObject } from '../../javascript/literal.js';
import { printString } from '../../javascript/string.js';
import type { FunctionModel, ParamModel, StepModel } from '../../model/model.js';
import { formOf, type RequestTemplate, templateNames } from '../../spec/template.js';
import { paramRules } from '../params/param-rules.js';
import { call, mapMembers, part, type Tree, type TreeObject } from '../tree.js';
import { pathCode } from './path-code.js';
import { demandedCode, type RequestPlace, slot, templateCode, valueOf } from './template-code.js';

/** One request of a function, without its API: the values of a call are put into it by functions. */
export function requestTree({ params }: FunctionModel, step: StepModel): TreeObject {
  const known = new Map(params.map((param) => [param.name, param]));
  const isCertain = (name: string) => !Object.hasOwn(step.with, name) && isGiven(known.get(name));
  const { method, headers, body, status } = step;
  return {
    method,
    path: writeCode((helper) =>
      pathCode(step, { call: helper, placeholder: encoded(helper, 'queryValue'), isCertain }),
    ),
    headers:
      Object.keys(headers).length > 0
        ? writeCode((helper) =>
            headersCode(headers, { call: helper, placeholder: encoded(helper, 'headerValue'), isCertain }),
          )
        : undefined,
    body:
      body === undefined
        ? undefined
        : writeCode((helper) =>
            bodyCode(body, step, known, { call: helper, placeholder: valueOf, isCertain }),
          ),
    status,
    format: step.format === 'json' ? undefined : formatTree(step),
  };
}

function encoded(helper: CallHelper, name: string): RequestPlace['placeholder'] {
  return (placeholder) => helper(name, 'value', printString(placeholder));
}

function isGiven(param: ParamModel | undefined): boolean {
  if (!param || paramRules(param.schema).nullable) return false;
  return param.required || param.generate !== undefined || (param.default ?? null) !== null;
}

function headersCode(headers: Readonly<Record<string, RequestTemplate>>, place: RequestPlace): string {
  const fields = Object.entries(headers).map(([name, template]): [string, string] => {
    const form = formOf(template);
    const literal = form.kind === 'literal' ? printString(String(form.value)) : undefined;
    return [name.toLowerCase(), literal ?? templateCode(template, place)];
  });
  const isFixed = Object.values(headers).every((template) => templateNames(template).length === 0);
  return slot(isFixed ? `(${printObject(fields)})` : place.call('headerFields', printObject(fields)));
}

function bodyCode(
  body: RequestTemplate,
  step: StepModel,
  params: ReadonlyMap<string, ParamModel>,
  place: RequestPlace,
): string {
  const names = templateNames(body);
  if (names.length === 0) return slot(printString(JSON.stringify(body)));
  // JSON.stringify knows no BigInt.
  const isPlain = names.every((name) => !Object.hasOwn(step.with, name) && isText(params.get(name)));
  const code = demandedCode(body, place);
  return slot(isPlain ? `JSON.stringify(${code})` : place.call('encodeJson', code));
}

function isText(param: ParamModel | undefined): boolean {
  return param?.schema['type'] === 'string' || param?.schema['type'] === 'boolean';
}

function formatTree({ format, extract }: StepModel): Tree {
  const kind = part(format === 'markdown' ? 'markdown' : 'plainText');
  if (!extract) return kind;
  const required = Object.entries(extract).flatMap(([name, field]) => (field.required ? [name] : []));
  const patterns = mapMembers(extract, ({ pattern }) => pattern);
  return call('extract', kind, patterns, ...(required.length > 0 ? [required] : []));
}
