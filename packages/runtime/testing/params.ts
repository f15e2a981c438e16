import type { Param } from '../src/index.js';
import { checkString, checkType, copyJson } from '../src/parts/index.js';

/** A param that takes any JSON value. */
export const anything: Param = { checks: [], copy: copyJson, nullable: true };
export const aString: Param = { checks: [checkString] };
export const anInteger: Param = { checks: [checkType('integer')], copy: copyJson };
