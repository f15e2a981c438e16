import type { FunctionSpec } from '../../spec/spec.js';
import type { Rule } from '../context.js';

/** A call that goes on without the reply to a step has to have a result without it, and to have changed nothing. */
export const optionalSteps: Rule = function* ({ functions }) {
  for (const file of functions) {
    const { steps = [] } = file.value;
    for (const [index, { optional }] of steps.entries()) {
      const fault = optional && findFault(file.value, index);
      if (fault) yield { code: 'STEP_OPTIONAL', ...fault, at: { file, path: ['steps', index, 'optional'] } };
    }
  }
};

const remove = 'Remove `optional`.';

function findFault({ operation, paginate, response, steps = [] }: FunctionSpec, index: number) {
  if (operation === 'write')
    return { message: 'a function that writes cannot have an optional step', help: remove };
  if (paginate) return { message: 'a function with `paginate` cannot have an optional step', help: remove };
  if (steps.every(({ optional }) => optional))
    return {
      message: 'all steps are optional',
      help: 'Remove `optional` from a step that the result needs.',
    };
  if (index === steps.length - 1 && response?.select === undefined)
    return {
      message: 'the result is the reply to this step, which is optional',
      help: 'Add `select`, which makes a result from the other steps too, or remove `optional`.',
    };
  return undefined;
}
