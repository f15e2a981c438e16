import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stayAwake } from './stay-awake.js';

const isAwake = () => process.getActiveResourcesInfo().includes('Immediate');

test('the event loop stays awake for a moment, and then rests', async () => {
  await setTimeout(20);
  expect(isAwake()).toBe(false);
  stayAwake();
  stayAwake();
  expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Immediate')).toHaveLength(1);
  while (isAwake()) await setTimeout(5);
});
