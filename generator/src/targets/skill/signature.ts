import { resolveSchema } from '../../emit/schema-at.js';
import type { FunctionModel, IntegrationModel, ParamModel } from '../../model/model.js';

const mostFields = 8;

/** How a function is called and what it gives: `set_key({ key, value, ex?: integer }) → { key, value, ttl, result }`. */
export function signature(fn: FunctionModel, integration: IntegrationModel): string {
  const params = fn.params.map(paramText).join(', ');
  return `${fn.name}(${params && `{ ${params} }`}) → ${resultText(fn.returns, integration)}`;
}

/** A param is text unless it says otherwise. */
function paramText({ name, required, schema }: ParamModel): string {
  const type = [schema['type'] ?? 'any'].flat().join('|');
  return `${name}${required ? '' : '?'}${type === 'string' ? '' : `: ${type}`}`;
}

function resultText(schema: unknown, integration: IntegrationModel): string {
  const known = resolveSchema(schema, integration.types) ?? {};
  if (known['type'] === 'array') return `[${resultText(known['items'], integration)}]`;
  const names = Object.keys((known['properties'] ?? {}) as object);
  if (names.length === 0) return [known['type'] ?? 'any'].flat().join('|');
  const shown = names.length > mostFields ? [...names.slice(0, mostFields), '…'] : names;
  return `{ ${shown.join(', ')} }`;
}
