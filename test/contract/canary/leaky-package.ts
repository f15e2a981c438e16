import type { Operation } from '@kosmokrator/runtime';
import { operations as all } from './leaky-operations.js';

/** What `dist/operations.js` of a generated package exports. */
export const operations: Readonly<Record<string, () => Promise<Operation>>> = Object.fromEntries(
  Object.entries(all).map(([name, operation]) => [name, async () => operation]),
);

export const details = all['get_bearer']!.integration;
