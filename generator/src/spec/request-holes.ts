import { parseTemplate, type TemplateText } from './parse-template.js';
import type { FunctionSpec, RequestSpec } from './spec.js';
import type { SpecPath } from './spec-path.js';

/** A template string of a request. */
export interface TemplateUse extends TemplateText {
  readonly place: 'path' | 'query' | 'headers' | 'body';
  /** From the request. */
  readonly path: SpecPath;
  /** Absence of a value would take a list with it, up to the next member of a mapping. */
  readonly inList: boolean;
  /** The list may be left out. */
  readonly inOptional: boolean;
}

const known = new WeakMap<RequestSpec, readonly TemplateUse[]>();

/** Every string of a request that has braces. */
export function requestTemplates(request: RequestSpec): readonly TemplateUse[] {
  const uses = known.get(request) ?? [...findTemplates(request)];
  known.set(request, uses);
  return uses;
}

function* findTemplates({ path, query, headers, body }: RequestSpec): Generator<TemplateUse> {
  yield* templatesIn('path', path, ['path'], false, false);
  yield* templatesIn('query', query, ['query'], false, false);
  yield* templatesIn('headers', headers, ['headers'], false, false);
  yield* templatesIn('body', body, ['body'], false, false);
}

/** Names of all holes of a request. */
export function requestNames(request: RequestSpec): Set<string> {
  const names = new Set<string>();
  for (const { parts } of requestTemplates(request)) {
    for (const part of parts) if (typeof part !== 'string') names.add(part.name);
  }
  return names;
}

/** Names of all holes of a function's requests. */
export function namesOfRequests({ request, steps = [] }: FunctionSpec): Set<string> {
  const requests = request ? [request] : steps.map((step) => step.request);
  return new Set(requests.flatMap((one) => Array.from(requestNames(one))));
}

function* templatesIn(
  place: TemplateUse['place'],
  value: unknown,
  path: SpecPath,
  inList: boolean,
  inOptional: boolean,
): Generator<TemplateUse> {
  if (typeof value === 'string') {
    if (/[{}]/.test(value)) yield { ...parseTemplate(value), place, path, inList, inOptional };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* templatesIn(place, item, [...path, index], true, inOptional);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const optional = key === '$optional';
      yield* templatesIn(place, item, [...path, key], optional && inList, optional);
    }
  }
}
