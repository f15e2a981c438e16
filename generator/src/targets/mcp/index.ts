import { json } from '../../emit/syntax/json.js';
import { defineTarget } from '../../emit/target.js';
import type { Emitted } from '../../emit/emitted.js';
import { outputSchemas } from './output-schema.js';
import { toolView } from './view.js';

/** The tool list, as `tools/list` gives it, and the tools' output schemas, which are kept out of the list. */
export default defineTarget((template) => {
  const file = template<{ readonly document: Emitted }>('file');
  return {
    name: 'mcp',
    *emit(integration) {
      const tools = integration.functions.map((fn) => toolView(fn, integration.credentials.length > 0));
      yield { path: 'mcp/tools.json', content: file({ document: json(tools) }) };
      yield {
        path: 'mcp/output-schemas.json',
        content: file({ document: json(outputSchemas(integration)) }),
      };
    },
  };
});
