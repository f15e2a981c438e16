import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { suggest } from '../suggest.js';

/** A skill shows examples that are there. */
export const skill: Rule = function* ({ integration: file, functions, functionNames }) {
  for (const [index, name] of (file.value.skill?.examples ?? []).entries()) {
    const at = { file, path: ['skill', 'examples', index] };
    if (!functionNames.includes(name)) {
      const message = `there is no function ${quoteName(name)}`;
      yield { code: 'SKILL_INVALID', message, at, ...suggest(name, functionNames, 'Add the function.') };
      continue;
    }
    const fn = functions.find((each) => each.name === name)?.value;
    if (fn && !fn.examples.some(({ result }) => result !== undefined)) {
      yield { code: 'SKILL_INVALID', message: `${quoteName(name)} has no example with a result`, at };
    }
  }
};
