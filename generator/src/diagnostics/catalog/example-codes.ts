import type { CatalogEntry } from './catalog-entry.js';

/** Examples, which are run. */
export const exampleCodes = {
  EXAMPLE_MISSING: {
    title: 'A function without a working example',
    cause:
      'Each function has an example with `http` and `result`: it proves the mapping, and the docs show it.',
    fix: 'Add an example with `args`, `http` and `result`.',
  },
  EXAMPLE_ARGS: {
    title: 'Arguments that the function refuses',
    cause: 'The call in the example fails before anything is sent.',
    fix: 'Correct the arguments or the params.',
  },
  EXAMPLE_REPLIES: {
    title: 'Too many or too few replies',
    cause: 'The replies under `http` are served in order, one for each request that the call makes.',
    fix: 'List one reply for each request.',
  },
  EXAMPLE_RESULT: {
    title: 'The example gives another result',
    cause: 'The call was run against the replies of the example, and gave something else.',
    fix: 'Correct `result`, `select` or the replies.',
  },
  EXAMPLE_ERROR: {
    title: 'The example gives another error',
    cause: 'The call was run against the replies of the example. It worked, or failed otherwise.',
    fix: 'Correct `error`, the error rules or the replies.',
  },
  EXAMPLE_RETURNS: {
    title: 'The result is not what `returns` describes',
    cause: 'The result of the example does not satisfy the schema under `returns`.',
    fix: 'Correct `returns` or the example.',
  },
} as const satisfies Record<string, CatalogEntry>;
