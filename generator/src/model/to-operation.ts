import type { Api, ErrorRules, Expression, Integration, JsonSchema, Operation } from '@kosmokrator/runtime';
import { evaluateExpression } from '../jmespath/index.js';
import { mapValues } from './build-steps.js';
import type {
  CompiledExpression,
  ErrorRulesModel,
  FunctionModel,
  IntegrationModel,
  PaginationModel,
  ParamModel,
  StepModel,
} from './model.js';

/** What the generated package would export for a function, live: the runtime executes it. */
export function toOperation(model: IntegrationModel, fn: FunctionModel): Operation {
  return {
    integration: toIntegration(model),
    name: fn.name,
    kind: fn.kind,
    destructive: fn.destructive,
    idempotency: fn.idempotency,
    params: Object.fromEntries(fn.params.map((param) => [param.name, toParam(param)])),
    steps: fn.steps.map(toStep),
    ...(fn.select ? { select: live(fn.select) } : {}),
    ...(fn.paginate ? { paginate: toPagination(fn.paginate) } : {}),
    ...(fn.errors ? { errors: toErrors(fn.errors) } : {}),
  };
}

const integrations = new WeakMap<IntegrationModel, Integration>();

/** Of all functions of a model the same object. */
function toIntegration(model: IntegrationModel): Integration {
  const known = integrations.get(model);
  if (known) return known;
  const { name, credentials, apis, errors, redact } = model;
  const integration: Integration = {
    name,
    credentials: Object.fromEntries(
      credentials.map(({ name: field, type, env, hosts }) => [
        field,
        { type, env, ...(hosts ? { hosts } : {}) },
      ]),
    ),
    apis: Object.fromEntries(
      apis.map(({ name: api, baseUrl, auth }) => [
        api,
        { base_url: baseUrl, auth: auth.map(({ data }) => data as Api['auth'][number]) },
      ]),
    ),
    ...(errors ? { errors: toErrors(errors) } : {}),
    redact,
  };
  integrations.set(model, integration);
  return integration;
}

function toParam({ required, schema, default: initial, generate }: ParamModel) {
  return {
    schema,
    ...(required ? { required } : {}),
    ...(initial === undefined ? {} : { default: initial }),
    ...(generate ? { generate } : {}),
  } satisfies { schema: JsonSchema; required?: boolean; default?: unknown; generate?: 'uuid4' };
}

function toStep({ when, with: names, ...step }: StepModel) {
  return { ...step, ...(when ? { when: live(when) } : {}), with: mapValues(names, live) };
}

function toPagination({ items, next, ...rest }: PaginationModel) {
  return { ...rest, items: live(items), ...(next ? { next: live(next) } : {}) };
}

function toErrors({ when, message, hints }: ErrorRulesModel): ErrorRules {
  return {
    ...(when ? { when: live(when) } : {}),
    ...(message ? { message: live(message) } : {}),
    hints: hints.map((rule) => ({ when: live(rule.when), hint: rule.hint })),
  };
}

function live(expression: CompiledExpression): Expression {
  return (scope) => evaluateExpression(expression, scope);
}
