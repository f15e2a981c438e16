import type { JsonSchema } from '@kosmokrator/runtime';
import { resolveSchema, schemaAt } from '../../emit/schema-at.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';

/** The schema of one item of a paged function: what `paginate.items` points at, when it is a path into the result. */
export function itemSchema(
  { types }: IntegrationModel,
  { returns, paginate }: FunctionModel,
): JsonSchema | boolean {
  const [root, ...path] = paginate?.items.source.trim().split('.') ?? [];
  if (root !== 'result') return true;
  const list = path.length === 0 ? resolveSchema(returns, types) : schemaAt(returns, path, types);
  return (list?.['items'] as JsonSchema | boolean | undefined) ?? true;
}
