import type { ExampleModel, FunctionModel } from '../../model/model.js';
import type { Emitted } from '../emitted.js';
import { json } from '../syntax/json.js';

/** The `tools/call` request of an example, without the protocol's own envelope. */
export function mcpSnippet(fn: FunctionModel, { args }: ExampleModel): Emitted {
  return json({ method: 'tools/call', params: { name: fn.fullName, arguments: args } });
}
