import { Code } from '../javascript/code.js';
import { scopeFunction } from '../jmespath/index.js';
import type {
  CompiledExpression,
  ConnectsModel,
  FunctionModel,
  IntegrationModel,
  PaginationModel,
  StepModel,
} from '../model/model.js';
import { usedCredentials } from './credentials.js';
import { errorRulesTree } from './error-rules.js';
import { runnerOf, suggestsParams } from './operation-traits.js';
import { paramTree } from './params/param-tree.js';
import { perFunction } from './per-function.js';
import { requestTree } from './request/request-tree.js';
import { shapeRules } from './shape/shape-rules.js';
import { call, mapMembers, part, Reference, type Tree, type TreeObject } from './tree.js';

/** A function's operation as the runtime's `Operation`; what is empty or a default is left out. */
export const operationTree = perFunction((model, fn): TreeObject => {
  const credentials = usedCredentials(model, fn).map(
    ({ name }) => [name, new Reference('credential', name)] as const,
  );
  return {
    integration: new Reference('integration'),
    name: fn.name,
    kind: fn.kind,
    destructive: fn.destructive || undefined,
    idempotency: fn.idempotency,
    key: fn.key,
    credentials: Object.fromEntries(credentials),
    params: Object.fromEntries(fn.params.map((param) => [param.name, paramTree(param)])),
    suggest: suggestsParams(fn) ? part('didYouMean') : undefined,
    steps: fn.steps.map((step) => stepTree(fn, step)),
    run: fn.connects ? call('connecting', part(runnerOf(fn)), connectsTree(fn.connects)) : part(runnerOf(fn)),
    guard: fn.kind === 'write' ? part('writeGuard') : undefined,
    select: selectTree(model, fn),
    paginate: fn.paginate && paginationTree(fn.paginate),
    errors: errorsTree(fn),
  };
});

function stepTree(fn: FunctionModel, step: StepModel): Tree {
  return {
    name: runnerOf(fn) === 'runRequest' ? undefined : step.name,
    when: optional(step.when),
    optional: step.optional,
    with: Object.keys(step.with).length > 0 ? mapMembers(step.with, scopeFunction) : undefined,
    api: new Reference('api', step.api),
    ...requestTree(fn, step),
  };
}

/** What makes the result of the replies, and holds both to what `returns` promises. */
function selectTree(model: IntegrationModel, fn: FunctionModel): Tree {
  const select = optional(fn.select);
  const { shape, details } = shapeRules(model, fn);
  if (shape.length + details.length === 0) return select;
  const whole = new Code(fn.paginate?.collect ? '({ items }) => items' : '({ body }) => body', []);
  const held = shape.length > 0 ? call('checkShape', select ?? whole, ...shape) : (select ?? whole);
  return details.length > 0 ? call('checkDetails', held, ...(details as readonly Tree[])) : held;
}

function connectsTree({ param, id, expires, renew, accounts }: ConnectsModel): Tree {
  const credentials = accounts.map(({ integration, credentials: fields }) => [
    integration,
    Object.fromEntries(
      fields.map(({ name, value, secret }) => [
        name,
        { value: scopeFunction(value), secret: secret || undefined },
      ]),
    ),
  ]);
  return {
    param,
    id: optional(id),
    expires: optional(expires),
    renew,
    credentials: Object.fromEntries(credentials),
  };
}

function paginationTree(paginate: PaginationModel): Tree {
  return {
    style: paginate.style,
    param: paginate.param,
    start: paginate.start as Tree,
    next: optional(paginate.next),
    link: paginate.style === 'link' ? part('nextLink') : undefined,
    end: paginate.end as Tree,
    items: scopeFunction(paginate.items),
    collect: paginate.collect || undefined,
    limit: paginate.limit,
    unique: paginate.unique || undefined,
  };
}

/** The function's own rules come before those of the integration. */
function errorsTree({ errors }: FunctionModel): Tree {
  const shared = new Reference('errors');
  return errors ? call('joinErrors', errorRulesTree(errors), shared) : shared;
}

function optional(expression: CompiledExpression | undefined): Code | undefined {
  return expression && scopeFunction(expression);
}
