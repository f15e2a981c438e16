import { expect } from 'vitest';
import { findCanary } from '@kosmokrator/testing/find-canary';

/** How many outputs were searched so far, and in how many of them a canary was found. */
export interface Appearances {
  readonly outputs: number;
  readonly found: number;
}

let counted: Appearances = { outputs: 0, found: 0 };

/** Counts what `expectNone` has searched, over all surfaces. */
export const appearances = (): Appearances => counted;

/** Fails and says where and in what form, when the canary is in one of the outputs. */
export function expectNone(canary: string, outputs: Readonly<Record<string, string>>): void {
  const ways = Object.entries(outputs).map(([name, output]) =>
    findCanary(output, canary).map((way) => `${name}: ${way}`),
  );
  const found = ways.filter(({ length }) => length > 0).length;
  counted = { outputs: counted.outputs + ways.length, found: counted.found + found };
  expect(ways.flat()).toEqual([]);
}
