import { type SdkNames, sdkNames } from '../../emit/sdk-names.js';
import { identifier, literal, type Literal } from '../../emit/syntax/typescript.js';
import { scopeFunction } from '../../emit/syntax/typescript-expression.js';
import type {
  CompiledExpression,
  ConnectsModel,
  FunctionModel,
  IntegrationModel,
  PaginationModel,
  ParamModel,
  StepModel,
} from '../../model/model.js';
import {
  checksCode,
  connectsExpressions,
  copyCode,
  paramRules,
  requestCode,
  runnerOf,
  shapeRules,
  suggestsParams,
  usedCredentials,
} from '../../operation/index.js';
import { Emitted } from '../../emit/emitted.js';
import type { Parts } from './code-data.js';
import { errorExpressions, errorRulesData, expressionData } from './expression-data.js';

/** A function's operation as the runtime's `Operation`; what is empty or a default is left out. */
export function operationData(model: IntegrationModel, fn: FunctionModel, parts: Parts): Literal {
  const names = sdkNames(model);
  const credentials = usedCredentials(model, fn).map(
    ({ name }) => [name, identifier(names.credentials.get(name)!)] as const,
  );
  return {
    integration: identifier('integration'),
    name: fn.name,
    kind: fn.kind,
    destructive: fn.destructive || undefined,
    idempotency: fn.idempotency,
    key: fn.key,
    credentials: Object.fromEntries(credentials),
    params: Object.fromEntries(fn.params.map((param) => [param.name, paramData(param, parts)])),
    suggest: suggestsParams(fn) ? parts.name('didYouMean') : undefined,
    steps: fn.steps.map((step) => stepData(fn, step, names, parts)),
    run: runnerData(fn, parts),
    guard: fn.kind === 'write' ? parts.name('writeGuard') : undefined,
    select: selectData(model, fn, parts),
    paginate: fn.paginate && paginationData(fn.paginate, parts),
    errors: errorsData(fn, parts),
  };
}

/** Each expression that the operation's data holds. */
export function operationExpressions(fn: FunctionModel): (CompiledExpression | undefined)[] {
  return [
    ...fn.steps.flatMap((step) => [step.when, ...Object.values(step.with)]),
    fn.select,
    fn.paginate?.next,
    fn.paginate?.items,
    ...connectsExpressions(fn.connects),
    ...errorExpressions(fn.errors),
  ];
}

function paramData(param: ParamModel, parts: Parts): Literal {
  const { schema, required, default: value, generate } = param;
  const { checks, nullable } = paramRules(schema);
  const copy = copyCode(param);
  return {
    checks: parts.write((call) => checksCode(checks, call)),
    copy: copy && parts.emit(copy),
    required: required || undefined,
    nullable: nullable || undefined,
    default: value as Literal,
    generate: generate && parts.name(generate),
  };
}

function stepData(fn: FunctionModel, step: StepModel, names: SdkNames, parts: Parts): Literal {
  const computed = Object.entries(step.with).map(([name, value]) => [name, scopeFunction(value)] as const);
  const { path, headers, body, format } = requestCode(fn, step);
  return {
    name: runnerOf(fn) === 'runRequest' ? undefined : step.name,
    when: expressionData(step.when),
    optional: step.optional,
    with: computed.length > 0 ? Object.fromEntries(computed) : undefined,
    api: identifier(names.apis.get(step.api)!),
    method: step.method,
    path: parts.emit(path),
    headers: headers && parts.emit(headers),
    body: body && parts.emit(body),
    status: step.status,
    format: format && parts.emit(format),
  };
}

function runnerData(fn: FunctionModel, parts: Parts): Emitted {
  const runner = runnerOf(fn);
  if (!fn.connects) return parts.name(runner);
  const data = literal(connectsData(fn.connects)).text;
  return parts.write((call) => call('connecting', call(runner), data));
}

function selectData(model: IntegrationModel, fn: FunctionModel, parts: Parts): Emitted | undefined {
  const select = expressionData(fn.select);
  const { shape, details } = shapeRules(model, fn);
  if (shape.length + details.length === 0) return select;
  const whole = fn.paginate?.collect ? '({ items }) => items' : '({ body }) => body';
  return parts.write((call) => {
    const held = (part: string, code: string, rules: readonly Literal[]) =>
      rules.length === 0 ? code : call(part, code, ...rules.map((rule) => literal(rule).text));
    return held(
      'checkDetails',
      held('checkShape', select?.text ?? whole, shape),
      details as readonly Literal[],
    );
  });
}

function connectsData({ param, id, expires, renew, accounts }: ConnectsModel): Literal {
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
    id: expressionData(id),
    expires: expressionData(expires),
    renew,
    credentials: Object.fromEntries(credentials),
  };
}

function paginationData(paginate: PaginationModel, parts: Parts): Literal {
  return {
    style: paginate.style,
    param: paginate.param,
    start: paginate.start as Literal,
    next: expressionData(paginate.next),
    link: paginate.style === 'link' ? parts.name('nextLink') : undefined,
    end: paginate.end as Literal,
    items: scopeFunction(paginate.items),
    collect: paginate.collect || undefined,
    limit: paginate.limit,
    unique: paginate.unique || undefined,
  };
}

/** Those of the integration, after the function's own. */
function errorsData({ errors }: FunctionModel, parts: Parts): Emitted {
  if (!errors) return identifier('errors');
  const own = literal(errorRulesData(errors, true, parts)).text;
  return parts.write((call) => call('joinErrors', own, 'errors'));
}
