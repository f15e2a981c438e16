import type { FunctionFile } from '../../load/spec-file.js';
import { paramPlaces } from '../../spec/param-place.js';
import { namesOfRequests, requestNames } from '../../spec/request-placeholders.js';
import type { FunctionSpec, ParamSpec } from '../../spec/spec.js';
import type { Rule, SpecContext } from '../context.js';
import { functionSpecExpressions } from '../expressions/expression-uses.js';
import { mergePaginate } from '../../spec/merge-paginate.js';
import { quoteName } from '../quote.js';
import { readPaths } from '../expressions/read-paths.js';

/** Each param travels in exactly one way, or is read by an expression. */
export const params: Rule = function* (context) {
  for (const file of context.functions) {
    const named = namesOfRequests(file.value);
    const read = readArguments(context, file);
    for (const [name, place] of paramPlaces(file.value)) {
      const param = file.value.params![name]!;
      const fault = placeFault(file.value, name, param, named.has(name), place);
      if (fault) {
        yield { code: 'PARAM_PLACE', message: fault, at: { file, path: ['params', name], part: 'key' } };
      } else if (place === 'none' && !read.has(name) && !read.has('*')) {
        const message = `nothing uses the param ${quoteName(name)}`;
        yield { code: 'PARAM_UNUSED', message, at: { file, path: ['params', name], part: 'key' } };
      }
    }
  }
};

function placeFault(
  spec: FunctionSpec,
  name: string,
  param: ParamSpec,
  named: boolean,
  place: string,
): string | undefined {
  const quoted = quoteName(name);
  if (param.in === 'path') {
    const inPath = spec.request && requestNames({ method: 'GET', path: spec.request.path }).has(name);
    return inPath ? undefined : `${quoted} has \`in: path\`, but the path does not name it`;
  }
  if (param.in !== undefined && named)
    return `${quoted} has \`in: ${param.in}\`, but the request names it too`;
  if (param.in !== undefined && param.in !== 'none' && spec.steps) {
    return `${quoted} has \`in: ${param.in}\`, but the function has several requests, so name it in one of them`;
  }
  if (param.as !== undefined && (place === 'template' || place === 'none')) {
    return `${quoted} has \`as\`, which has no effect where this param is used`;
  }
  if (place !== 'body') return undefined;
  const { method, body } = spec.request!;
  if (method === 'GET' || method === 'HEAD')
    return `${quoted} has \`in: body\`, but ${method} requests have no body`;
  if (body === undefined || isMapping(body)) return undefined;
  return `${quoted} is not in the request, and cannot be added to a body that is not a mapping`;
}

function isMapping(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** Params that expressions read; `*` when one reads them all. */
function readArguments({ integration, compile }: SpecContext, file: FunctionFile<FunctionSpec>): Set<string> {
  const read = new Set<string>();
  for (const { expression } of functionSpecExpressions(file, integration)) {
    for (const { segments } of readPaths(compile, expression))
      if (segments[0] === 'args') read.add(segments[1] ?? '*');
  }
  if (file.value.connects) read.add(file.value.connects.param);
  const shared = mergePaginate(file.value, integration.value);
  for (const source of [shared?.next, shared?.items]) {
    for (const { segments } of source === undefined ? [] : readPaths(compile, source)) {
      if (segments[0] === 'args') read.add(segments[1] ?? '*');
    }
  }
  return read;
}
