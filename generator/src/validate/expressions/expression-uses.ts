import type { SpecFile } from '../../load/spec-file.js';
import * as list from '../../operation/expressions.js';
import { mergePaginate } from '../../spec/merge-paginate.js';
import type { FunctionSpec, IntegrationSpec } from '../../spec/spec.js';

/** An expression of a spec, as its author wrote it, and what it can read where it stands. */
export type SpecExpression = list.ExpressionUse<string>;

/** All expressions of a function's file. */
export function functionSpecExpressions(
  { value: spec }: SpecFile<FunctionSpec>,
  { value: integration }: SpecFile<IntegrationSpec>,
): Iterable<SpecExpression> {
  const { paginate, response, ...rest } = spec;
  return list.functionExpressions({
    ...rest,
    collects: mergePaginate(spec, integration)?.collect ?? false,
    ...(response?.select !== undefined && { select: response.select }),
    ...(typeof paginate === 'object' && { paginate }),
  });
}

/** All expressions of integration.yaml. */
export function integrationSpecExpressions({
  value: { errors, paginate },
}: SpecFile<IntegrationSpec>): Iterable<SpecExpression> {
  return list.integrationExpressions({ ...(errors && { errors }), ...(paginate && { paginate }) });
}
