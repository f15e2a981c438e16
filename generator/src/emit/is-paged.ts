import type { FunctionModel } from '../model/model.js';

/** A caller walks its pages; one that collects them walks by itself. */
export function isPaged({ paginate }: Pick<FunctionModel, 'paginate'>): boolean {
  return paginate !== undefined && !paginate.collect;
}
