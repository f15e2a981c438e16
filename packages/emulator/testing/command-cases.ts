import { bitCases } from './command-cases/bit-cases.js';
import type { CommandCase } from './command-cases/command-case.js';
import { hashCases } from './command-cases/hash-cases.js';
import { keyCases } from './command-cases/key-cases.js';
import { listCases } from './command-cases/list-cases.js';
import { otherTypeCases } from './command-cases/other-type-cases.js';
import { scriptCases } from './command-cases/script-cases.js';
import { serverCases } from './command-cases/server-cases.js';
import { setCases } from './command-cases/set-cases.js';
import { sortedSetCases } from './command-cases/sorted-set-cases.js';
import { sortedSetRangeCases } from './command-cases/sorted-set-range-cases.js';
import { stringCases } from './command-cases/string-cases.js';
import { valueCases } from './command-cases/value-cases.js';

/** The commands that agents use, one by one. Expected values are those of Redis as the client presents them. */
export const commandCases: readonly CommandCase[] = [
  ...stringCases,
  ...bitCases,
  ...keyCases,
  ...serverCases,
  ...listCases,
  ...hashCases,
  ...setCases,
  ...sortedSetCases,
  ...sortedSetRangeCases,
  ...otherTypeCases,
  ...scriptCases,
  ...valueCases,
];
