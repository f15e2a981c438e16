import type { RequestTemplate } from '../spec/template.js';
import { paramPlaces, type ParamPlace } from '../spec/param-place.js';
import type { ExtractSpec, FunctionSpec, RequestSpec, ResponseSpec, StepSpec } from '../spec/spec.js';
import { stringTemplate } from '../spec/parse-template.js';
import { buildMembers, buildTemplate } from './build-template.js';
import type { CompiledExpression, ExtractModel, StepModel } from './model.js';

/** The requests of a function, params put into their places. */
export function buildSteps(
  spec: FunctionSpec,
  onlyApi: string | undefined,
  compile: (source: string) => CompiledExpression,
): StepModel[] {
  const build = (step: StepSpec, placed: Placed): StepModel => ({
    name: step.name,
    api: step.api ?? spec.api ?? onlyApi ?? '',
    method: step.request.method,
    path: buildPath(step.request.path),
    query: { ...buildMembers(step.request.query ?? {}), ...placed.query },
    headers: { ...buildMembers(step.request.headers ?? {}), ...placed.header },
    ...buildBody(step.request, placed.body),
    ...buildResponse(step.response),
    ...(step.when === undefined ? {} : { when: compile(step.when) }),
    ...(step.optional ? { optional: true } : {}),
    with: mapValues(step.with ?? {}, compile),
  });
  if (spec.steps) return spec.steps.map((step) => build(step, { query: {}, header: {}, body: {} }));
  const { request, response } = spec;
  return [build({ name: 'main', request: request!, ...(response ? { response } : {}) }, placeParams(spec))];
}

type Placed = Record<'query' | 'header' | 'body', Record<string, RequestTemplate>>;

function placeParams(spec: FunctionSpec): Placed {
  const placed: Placed = { query: {}, header: {}, body: {} };
  for (const [name, place] of paramPlaces(spec)) {
    if (isAutomatic(place)) placed[place][spec.params![name]!.as ?? name] = { $value: name };
  }
  return placed;
}

function isAutomatic(place: ParamPlace): place is keyof Placed {
  return place === 'query' || place === 'header' || place === 'body';
}

/** One template a segment; `/` is a single empty segment, which leaves the slash. */
function buildPath(path: string): RequestTemplate[] {
  return path.slice(1).split('/').map(stringTemplate);
}

function buildBody(
  { body }: RequestSpec,
  members: Record<string, RequestTemplate>,
): { body?: RequestTemplate } {
  const names = Object.keys(members);
  if (body === undefined) return names.length > 0 ? { body: members } : {};
  const template = buildTemplate(body);
  return {
    body: names.length > 0 ? { ...(template as Record<string, RequestTemplate>), ...members } : template,
  };
}

function buildResponse({ status = [200], format = 'json', extract }: ResponseSpec = {}) {
  return { status, format, ...(extract ? { extract: mapValues(extract, buildField) } : {}) };
}

function buildField(field: string | ExtractSpec): ExtractModel {
  const { pattern, required = false } = typeof field === 'string' ? { pattern: field } : field;
  return { pattern, required };
}

export function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  map: (value: A) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
