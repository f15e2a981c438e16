import type { Rule } from '../context.js';
import type { SpecPath } from '../../spec/spec.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

/** GET and HEAD have no body; `$optional` is the one key of a body that begins with `$`. */
export const bodies: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const { request, path } of requestsOf(file.value)) {
      const { method, body } = request;
      if (body === undefined) continue;
      const at = (rest: SpecPath) => ({ file, path: [...path, 'body', ...rest], part: 'key' as const });
      if (method === 'GET' || method === 'HEAD') {
        const message = `a ${method} request cannot have a body`;
        const help = 'Remove the body, and send what it says as `query`, or use another method.';
        yield { code: 'BODY_INVALID', message, at: at([]), help };
      }
      for (const fault of bodyFaults(body, [], false)) {
        const { message, help } = fault;
        yield { code: 'BODY_INVALID', message, at: at(fault.path), help };
      }
    }
  }
};

function* bodyFaults(
  value: unknown,
  path: SpecPath,
  inList: boolean,
): Iterable<{ message: string; help: string; path: SpecPath }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* bodyFaults(item, [...path, index], true);
  } else if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, key];
      const fault = (message: string, help: string) => ({ message, help, path: here });
      if (key === '$optional' && !inList)
        yield fault(
          '`$optional` is not in a list',
          'Remove `$optional`: a member whose value is absent is left out.',
        );
      else if (key === '$optional' && keys.length > 1)
        yield fault('`$optional` has other keys next to it', 'Give the other keys an item of their own.');
      else if (key === '$optional' && !Array.isArray(item))
        yield fault('the value of `$optional` must be a list', 'Write `$optional: [...]`, with brackets.');
      else if (key.startsWith('$') && key !== '$optional')
        yield fault(
          `the key ${quoteName(key)} is reserved for the spec language`,
          'A body cannot have a key that begins with `$`. Remove it.',
        );
      yield* bodyFaults(item, here, false);
    }
  }
}
