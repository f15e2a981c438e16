import type { Rule } from '../context.js';

/** Each function shows a call that works, with its replies: the check runs it. */
export const examplePresent: Rule = function* ({ functions }) {
  for (const file of functions) {
    if (file.value.examples.some(({ http, result }) => http !== undefined && result !== undefined)) continue;
    const message = 'no example has both `http` and `result`';
    yield { code: 'EXAMPLE_MISSING', message, at: { file, path: ['examples'], part: 'key' } };
  }
};
