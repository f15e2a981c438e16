import type { FunctionSpec, IntegrationSpec, PaginateSpec } from './spec.js';

/**
 * The function's own paging over the integration's default; undefined when the function is
 * not paged. A function with another style inherits nothing: the keys of one style mean
 * nothing in another.
 */
export function mergePaginate(
  { paginate }: FunctionSpec,
  { paginate: shared }: IntegrationSpec,
): PaginateSpec | undefined {
  if (paginate === undefined) return undefined;
  if (paginate === true) return shared ?? {};
  const inherits = paginate.style === undefined || paginate.style === shared?.style;
  return inherits ? { ...shared, ...paginate } : paginate;
}
