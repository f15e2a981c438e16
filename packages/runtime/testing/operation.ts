import { operationsOf } from '@kosmokrator/testing/operations-of';
import * as parts from '../src/parts/index.js';

export { account, withTransport } from '@kosmokrator/testing/operations-of';

/** Operations of this `src`: those of `@kosmokrator/testing/operation` would run the runtime that was built before. */
export const { integration, step, operation, writeOperation, anything, aString, anInteger } =
  operationsOf(parts);
