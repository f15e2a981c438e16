import { expect, test } from 'vitest';
import type { FunctionModel } from '../model/model.js';
import { runnerOf } from './operation-traits.js';

const oneStep = (select: string) =>
  ({ steps: [{ name: 'first', with: {} }], select: { source: select } }) as unknown as FunctionModel;

test('one step is one request, unless an expression reads its reply by its name', () => {
  expect(runnerOf(oneStep('{ text: body.text }'))).toBe('runRequest');
  expect(runnerOf(oneStep('{ steps: body.steps.count }'))).toBe('runRequest');
  expect(runnerOf(oneStep('{ text: steps.first.body.text }'))).toBe('runSteps');
});
