import type { CatalogEntry } from './catalog-entry.js';

/** Examples, which are run. */
export const exampleCodes = {
  EXAMPLE_MISSING: {
    title: 'No complete example',
    cause: 'Each function needs an example with `http` and `result`. The tests run it and the docs show it.',
    fix: 'Add an example with `args`, `http` and `result`.',
  },
  EXAMPLE_ARGS: {
    title: 'Invalid arguments in an example',
    cause: 'The function refuses the arguments of the example, so the call fails before anything is sent.',
    fix: 'Correct the arguments or the params.',
  },
  EXAMPLE_REPLIES: {
    title: 'Wrong number of replies',
    cause:
      'The call gets the replies under `http` in order, one for each request. Their number must match the requests that the call sends.',
    fix: 'List one reply for each request.',
  },
  EXAMPLE_RESULT: {
    title: 'Wrong result in an example',
    cause: 'The generator ran the call with the replies of the example. Its result differs from `result`.',
    fix: 'Correct `result`, `select` or the replies.',
  },
  EXAMPLE_ERROR: {
    title: 'Wrong error in an example',
    cause:
      'The generator ran the call with the replies of the example. It succeeded, or failed with a different error.',
    fix: 'Correct `error`, the error rules or the replies.',
  },
  EXAMPLE_RETURNS: {
    title: 'Result does not match `returns`',
    cause:
      'The result of the example is not valid according to the schema under `returns`, or has a member whose name is spelled differently there.',
    fix: 'Correct `returns` or the example.',
  },
} as const satisfies Record<string, CatalogEntry>;
