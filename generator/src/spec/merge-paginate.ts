import type { FunctionSpec, IntegrationSpec, PaginateSpec } from './spec.js';

/** The function's own paging over the integration's default; undefined when the function is not paged. */
export function mergePaginate(
  { paginate }: FunctionSpec,
  integration: IntegrationSpec,
): PaginateSpec | undefined {
  if (paginate === undefined) return undefined;
  return { ...integration.paginate, ...(paginate === true ? {} : paginate) };
}
