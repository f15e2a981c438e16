import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { suggest } from '../suggest.js';

/** A health check can be called by anyone at any time: it reads, and needs no arguments. */
export const checkCallable: Rule = function* ({ integration: file, functions, functionNames }) {
  const { check } = file.value;
  if (check === undefined) return;
  const at = { file, path: ['check'] };
  if (!functionNames.includes(check)) {
    const message = `there is no function ${quoteName(check)}`;
    yield { code: 'CHECK_INVALID', message, at, ...suggest(check, functionNames, 'Add the function.') };
    return;
  }
  const target = functions.find((fn) => fn.name === check)?.value;
  const needed = Object.entries(target?.params ?? {}).find(([, param]) => param.required);
  if (target?.operation === 'write') {
    yield { code: 'CHECK_INVALID', message: `${quoteName(check)} is a write`, at };
  } else if (needed) {
    yield {
      code: 'CHECK_INVALID',
      message: `${quoteName(check)} needs the argument ${quoteName(needed[0])}`,
      at,
    };
  }
};
