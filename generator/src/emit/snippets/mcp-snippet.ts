import type { ExampleModel, FunctionModel } from '../../model/model.js';
import type { Emitted } from '../emitted.js';
import { json } from '../syntax/json.js';

/** The `tools/call` request of an example, without the protocol's own envelope. */
export function mcpSnippet(fn: FunctionModel, { args }: ExampleModel): Emitted {
  return json({ method: 'tools/call', params: { name: fn.fullName, arguments: args } });
}

/** What the call gives, in the fields of an MCP result: a list as `items`, any other value that is no object as `value`. */
export function mcpAnswer({ result = null, error }: ExampleModel): Emitted {
  if (error !== undefined) return json({ isError: true, structuredContent: error });
  const isObject = typeof result === 'object' && result !== null && !Array.isArray(result);
  const carried = isObject ? result : { [Array.isArray(result) ? 'items' : 'value']: result };
  return json({ structuredContent: carried });
}
