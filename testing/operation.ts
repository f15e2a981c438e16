import * as parts from '@kosmokrator/runtime/parts';
import { operationsOf } from './operations-of.js';

export { account, withTransport } from './operations-of.js';

/** Operations of the built runtime; the runtime's own tests have theirs of its `src`. */
export const { integration, step, operation, writeOperation, anything, aString, anInteger } =
  operationsOf(parts);
