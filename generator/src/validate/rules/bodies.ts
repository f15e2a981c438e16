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
        yield { code: 'BODY_INVALID', message: `a ${method} request cannot have a body`, at: at([]) };
      }
      for (const fault of bodyFaults(body, [], false)) {
        yield { code: 'BODY_INVALID', message: fault.message, at: at(fault.path) };
      }
    }
  }
};

function* bodyFaults(
  value: unknown,
  path: SpecPath,
  inList: boolean,
): Iterable<{ message: string; path: SpecPath }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* bodyFaults(item, [...path, index], true);
  } else if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, key];
      if (key === '$optional' && !inList) yield { message: '`$optional` is not in a list', path: here };
      else if (key === '$optional' && keys.length > 1)
        yield { message: '`$optional` has other keys next to it', path: here };
      else if (key === '$optional' && !Array.isArray(item))
        yield { message: 'the value of `$optional` must be a list', path: here };
      else if (key.startsWith('$') && key !== '$optional') {
        yield { message: `the key ${quoteName(key)} is reserved for the spec language`, path: here };
      }
      yield* bodyFaults(item, here, false);
    }
  }
}
