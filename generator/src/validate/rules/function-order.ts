import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { suggest } from '../suggest.js';

/** `functions` in integration.yaml orders functions that exist. */
export const functionOrder: Rule = function* ({ integration: file, functionNames }) {
  for (const [index, name] of (file.value.functions ?? []).entries()) {
    if (functionNames.includes(name)) continue;
    yield {
      code: 'FUNCTION_ORDER',
      message: `there is no function ${quoteName(name)}`,
      at: { file, path: ['functions', index] },
      ...suggest(name, functionNames, 'Add the function, or remove its name from the list.'),
    };
  }
};
