import type { FunctionFile } from '../load/spec-file.js';
import type { ErrorsSpec, FunctionSpec, IntegrationSpec, PaginateSpec } from '../spec/spec.js';
import { mergePaginate } from '../spec/merge-paginate.js';
import { keyParam } from '../validate/key-param.js';
import { buildConnects, type IsSecret } from './build-connects.js';
import { buildExample } from './build-examples.js';
import { buildParams } from './build-params.js';
import { buildSteps } from './build-steps.js';
import type { CompiledExpression, ErrorRulesModel, FunctionModel, PaginationModel } from './model.js';

type Compile = (source: string) => CompiledExpression;

/** One function as the targets see it. The spec is valid. */
export function buildFunction(
  { name, path, value: spec }: FunctionFile<FunctionSpec>,
  integration: IntegrationSpec,
  { compile, isSecret }: { readonly compile: Compile; readonly isSecret: IsSecret },
): FunctionModel {
  const fullName = (fn: string) => `${integration.name.replaceAll('-', '_')}_${fn}`;
  const { connects } = spec;
  const apis = Object.keys(integration.apis);
  const paginate = mergePaginate(spec, integration);
  return {
    name,
    words: name.split('_').filter(Boolean),
    fullName: fullName(name),
    title: spec.title,
    description: [spec.description, spec.important ?? []].flat().join(' '),
    ...(spec.important === undefined ? {} : { important: spec.important }),
    ...(spec.keywords === undefined ? {} : { keywords: spec.keywords }),
    kind: spec.operation,
    destructive: spec.destructive ?? false,
    idempotency: spec.idempotency ?? (spec.operation === 'read' ? 'safe' : 'none'),
    ...keyOf(spec, integration),
    params: buildParams(spec, integration.types ?? {}),
    steps: buildSteps(spec, apis.length === 1 ? apis[0] : undefined, compile),
    ...(spec.response?.select === undefined ? {} : { select: compile(spec.response.select) }),
    ...(connects
      ? { connects: buildConnects(connects, fullName(connects.renew ?? name), { compile, isSecret }) }
      : {}),
    ...(paginate ? { paginate: buildPagination(paginate, compile) } : {}),
    ...(spec.errors ? { errors: buildErrors(spec.errors, compile) } : {}),
    returns: spec.returns,
    examples: spec.examples.map(buildExample),
    source: path,
  };
}

function keyOf(spec: FunctionSpec, { types = {} }: IntegrationSpec): { key?: string } {
  const key = spec.idempotency === 'keyed' ? keyParam(spec, types) : undefined;
  return key ? { key: key.name } : {};
}

function buildPagination(spec: PaginateSpec, compile: Compile): PaginationModel {
  const { style, param, start, next, end, items, collect, limit, unique } = spec;
  return {
    style: style!,
    ...(param === undefined ? {} : { param }),
    ...(start === undefined ? {} : { start }),
    ...(next === undefined ? {} : { next: compile(next) }),
    ...(end === undefined ? {} : { end }),
    items: compile(items!),
    collect: collect ?? false,
    ...(limit === undefined ? {} : { limit }),
    unique: unique ?? false,
  };
}

export function buildErrors({ when, message, hints = [] }: ErrorsSpec, compile: Compile): ErrorRulesModel {
  return {
    ...(when === undefined ? {} : { when: compile(when) }),
    ...(message === undefined ? {} : { message: compile(message) }),
    hints: hints.map(({ when: holds, ...rule }) => ({
      ...rule,
      ...(holds === undefined ? {} : { when: compile(holds) }),
    })),
  };
}
