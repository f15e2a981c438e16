import type { FunctionModel, IntegrationModel } from '../model/model.js';
import { schemaAt } from './schema-at.js';

/** A caller walks its pages; one that collects them walks by itself. */
export function isPaged({ paginate }: Pick<FunctionModel, 'paginate'>): boolean {
  return paginate !== undefined && !paginate.collect;
}

/** How a Lua binding walks pages: names of fields that lead from a result to its items and to the next position. */
export interface LuaPages {
  /** The param that carries the position. */
  readonly param: string;
  readonly start?: unknown;
  /** A position that ends the walk, besides nil and "". */
  readonly last?: unknown;
  /** Positions count items, not pages. */
  readonly by_item?: true;
  readonly items: readonly string[];
  /** Absent: positions are counted, and an empty page ends the walk. */
  readonly next?: readonly string[];
}

/**
 * A binding sees results, not replies. So a script can walk pages where a param carries the position and the result
 * itself holds the items and, unless pages are counted, the next position; undefined elsewhere.
 */
export function luaPages(fn: FunctionModel, integration: IntegrationModel): LuaPages | undefined {
  const { paginate } = fn;
  if (!paginate || paginate.collect || paginate.style === 'link') return undefined;
  const param = fn.params.find(({ name }) => name === paginate.param);
  const items = resultPath(paginate.items.source, fn, integration);
  const next = paginate.next && resultPath(paginate.next.source, fn, integration);
  const counted = paginate.style !== 'cursor';
  if (!param || !items || (paginate.next ? !next : !counted)) return undefined;
  const first = param.default ?? paginate.start ?? { page: 1, offset: 0, cursor: undefined }[paginate.style];
  return {
    param: param.name,
    ...(first !== undefined && { start: first }),
    ...(paginate.end !== undefined && { last: paginate.end }),
    ...(paginate.style === 'offset' && { by_item: true }),
    items,
    ...(next && { next }),
  };
}

/** `result.data` → ['data']. A path into the reply's body counts when the result has the same field. */
function resultPath(
  source: string,
  fn: FunctionModel,
  { types }: IntegrationModel,
): readonly string[] | undefined {
  const [root, ...path] = source.trim().split('.');
  if (!path.every((name) => /^[A-Za-z_]\w*$/.test(name))) return undefined;
  if (root === 'result') return path;
  if (root !== 'body') return undefined;
  return !fn.select || schemaAt(fn.returns, path, types) !== undefined ? path : undefined;
}
