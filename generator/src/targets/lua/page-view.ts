import { luaKey } from '../../emit/syntax/lua.js';
import { luaValue } from '../../emit/syntax/lua-value.js';
import type { Emitted } from '../../emit/emitted.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';
import { schemaAt } from './schema-at.js';

export interface PageView {
  readonly key: Emitted;
  /** What the binding's `walk` needs to know. */
  readonly walk: Emitted;
}

/** How a result is walked: names of fields that lead to the items and to the next position. */
interface Walk {
  readonly param: string;
  readonly start?: unknown;
  readonly last?: unknown;
  readonly by_item?: true;
  readonly items: readonly string[];
  readonly next?: readonly string[];
}

/** Functions whose pages a script can walk with `each`. */
export function pageViews(integration: IntegrationModel): PageView[] {
  return integration.functions.flatMap((fn) => {
    const walk = walkOf(fn, integration);
    return walk ? [{ key: luaKey(fn.name), walk: luaValue(walk, { width: Infinity }) }] : [];
  });
}

/**
 * A binding sees results, not replies. So `each` exists where a param carries the position and the result itself
 * holds the items and, unless pages are counted, the next position.
 */
export function walkOf(fn: FunctionModel, integration: IntegrationModel): Walk | undefined {
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
    ...(first === undefined ? {} : { start: first }),
    ...(paginate.end === undefined ? {} : { last: paginate.end }),
    ...(paginate.style === 'offset' ? { by_item: true as const } : {}),
    items,
    ...(next ? { next } : {}),
  };
}

/** `result.data` → ['data']. A path into the reply's body counts when the result has the same field. */
function resultPath(source: string, fn: FunctionModel, { types }: IntegrationModel): string[] | undefined {
  const [root, ...path] = source.trim().split('.');
  if (!path.every((name) => /^[A-Za-z_]\w*$/.test(name))) return undefined;
  if (root === 'result') return path;
  if (root !== 'body') return undefined;
  return !fn.select || schemaAt(fn.returns, path, types) !== undefined ? path : undefined;
}
