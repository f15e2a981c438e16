import { expect, test } from 'vitest';
import { operation, writeOperation } from '../testing/operation.js';
import type { Operation } from './operation.js';
import { writeGuard } from './parts/index.js';

test('a write has its guard, or does not compile', () => {
  const { guard, ...unguarded } = writeOperation();
  expect(guard).toBe(writeGuard);
  // @ts-expect-error It would be sent again like a read.
  const write: Operation = { ...unguarded, kind: 'write', idempotency: 'none' };
  // @ts-expect-error The same in other words.
  const read: Operation = { ...operation(), kind: 'read', idempotency: 'none' };
  expect([write.guard, read.guard]).toEqual([undefined, undefined]);
});
