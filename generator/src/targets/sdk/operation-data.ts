import { identifier, type Literal } from '../../emit/syntax/typescript.js';
import { scopeFunction } from '../../emit/syntax/typescript-expression.js';
import type {
  CompiledExpression,
  FunctionModel,
  PaginationModel,
  ParamModel,
  StepModel,
} from '../../model/model.js';
import { withoutAnnotations } from './without-annotations.js';
import { errorExpressions, errorRulesData, expressionData } from './expression-data.js';

/** A function's operation as the runtime's `Operation`; what is empty or a default is left out. */
export function operationData(fn: FunctionModel): Literal {
  return {
    integration: identifier('integration'),
    name: fn.name,
    kind: fn.kind,
    destructive: fn.destructive,
    idempotency: fn.idempotency,
    params: Object.fromEntries(fn.params.map((param) => [param.name, paramData(param)])),
    steps: fn.steps.map(stepData),
    select: expressionData(fn.select),
    paginate: fn.paginate && paginationData(fn.paginate),
    errors: errorRulesData(fn.errors),
  };
}

/** Each expression that the operation's data holds. */
export function operationExpressions(fn: FunctionModel): (CompiledExpression | undefined)[] {
  return [
    ...fn.steps.flatMap((step) => [step.when, ...Object.values(step.with)]),
    fn.select,
    fn.paginate?.next,
    fn.paginate?.items,
    ...errorExpressions(fn.errors),
  ];
}

function paramData({ schema, required, default: value, generate }: ParamModel): Literal {
  return {
    schema: withoutAnnotations(schema) as Literal,
    required: required || undefined,
    default: value as Literal,
    generate,
  };
}

function stepData(step: StepModel): Literal {
  const computed = Object.entries(step.with).map(([name, value]) => [name, scopeFunction(value)] as const);
  return {
    name: step.name,
    when: expressionData(step.when),
    with: unlessEmpty(Object.fromEntries(computed)),
    api: step.api,
    method: step.method,
    path: step.path,
    query: unlessEmpty(step.query),
    headers: unlessEmpty(step.headers),
    body: step.body,
    status: step.status,
    format: step.format === 'json' ? undefined : step.format,
    extract: step.extract,
  };
}

function paginationData(paginate: PaginationModel): Literal {
  return {
    style: paginate.style,
    param: paginate.param,
    start: paginate.start as Literal,
    next: expressionData(paginate.next),
    end: paginate.end as Literal,
    items: scopeFunction(paginate.items),
    collect: paginate.collect || undefined,
    limit: paginate.limit,
    unique: paginate.unique || undefined,
  };
}

function unlessEmpty<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
