import { parseTemplate, type TemplateText } from './parse-template.js';
import type { FunctionSpec, RequestSpec, SpecPath } from './spec.js';

/** A template string of a request. */
export interface TemplateUse extends TemplateText {
  readonly place: 'path' | 'query' | 'headers' | 'body';
  /** The path inside the request. */
  readonly path: SpecPath;
  /** Absence of a value would take a list with it, up to the next member of a mapping. */
  readonly inList: boolean;
  /** The list may be left out. */
  readonly inOptional: boolean;
}

const known = new WeakMap<RequestSpec, readonly TemplateUse[]>();

/** Every string of a request that has braces. */
export function requestTemplates(request: RequestSpec): readonly TemplateUse[] {
  const uses = known.get(request) ?? findTemplates(request);
  known.set(request, uses);
  return uses;
}

function findTemplates(request: RequestSpec): TemplateUse[] {
  const uses: TemplateUse[] = [];
  for (const place of ['path', 'query', 'headers', 'body'] as const) {
    collect(uses, request[place], { place, path: [place], inList: false, inOptional: false });
  }
  return uses;
}

/** Names of all placeholders of a request. */
export function requestNames(request: RequestSpec): Set<string> {
  const names = new Set<string>();
  for (const { parts } of requestTemplates(request)) {
    for (const part of parts) if (typeof part !== 'string') names.add(part.name);
  }
  return names;
}

/** Names of all placeholders of a function's requests. */
export function namesOfRequests({ request, steps = [] }: FunctionSpec): Set<string> {
  const requests = request ? [request] : steps.map((step) => step.request);
  return new Set(requests.flatMap((one) => Array.from(requestNames(one))));
}

function collect(uses: TemplateUse[], value: unknown, at: Omit<TemplateUse, keyof TemplateText>): void {
  if (typeof value === 'string') {
    if (/[{}]/.test(value)) uses.push({ ...parseTemplate(value), ...at });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      collect(uses, item, { ...at, path: [...at.path, index], inList: true });
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const inOptional = key === '$optional';
      collect(uses, item, { ...at, path: [...at.path, key], inList: inOptional && at.inList, inOptional });
    }
  }
}
