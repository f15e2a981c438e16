import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { integration, operation, writeOperation } from '@kosmokrator/testing/operation';
import { decide } from './decide.js';
import type { Effect, PolicyRule } from './document/policy-document.js';

const read = { operation: operation(), account: 'default' };
const write = { operation: writeOperation({ name: 'set_thing' }), account: 'work' };
const rules = (...all: PolicyRule[]) => ({ rules: all });

test('by default reads are allowed and writes are asked about', () => {
  expect(decide({}, read)).toEqual({ effect: 'allow', rules: [] });
  expect(decide({}, write)).toEqual({ effect: 'ask', rules: [] });
  expect(decide({ defaults: { write: 'deny' } }, write).effect).toBe('deny');
  expect(decide({ defaults: { write: 'deny' } }, read).effect).toBe('allow');
});

test.each<[string, PolicyRule]>([
  ['short function name', { effect: 'deny', function: 'set_thing' }],
  ['full function name', { effect: 'deny', function: 'test_vendor_set_thing' }],
  ['integration', { effect: 'deny', integration: 'test-vendor' }],
  ['namespace', { effect: 'deny', integration: 'test_vendor' }],
  ['account', { effect: 'deny', account: 'work' }],
  ['operation', { effect: 'deny', operation: 'write' }],
  ['all at once', { effect: 'deny', integration: 'test-vendor', function: 'set_thing', account: 'work' }],
])('a rule can name a call by its %s', (_, rule) => {
  expect(decide(rules(rule), write).effect).toBe('deny');
  expect(
    decide(rules(rule), {
      operation: operation({ integration: { ...integration, name: 'other' } }),
      account: 'x',
    }).effect,
  ).toBe('allow');
});

test('a rule fits only when all that it names does', () => {
  const rule: PolicyRule = { effect: 'deny', function: 'set_thing', account: 'home' };
  expect(decide(rules(rule), write)).toEqual({ effect: 'ask', rules: [] });
});

test('the strictest rule decides, in any order and however specific the others are', () => {
  const selectors: Omit<PolicyRule, 'effect'>[] = [
    { integration: 'test-vendor', function: 'set_thing', account: 'work', operation: 'write' },
    { function: 'test_vendor_set_thing' },
    { account: 'work' },
    { integration: 'test-vendor' },
    { operation: 'write' },
    { function: 'get_thing' },
    { account: 'default' },
  ];
  const fitting = new Set(selectors.slice(0, 5));
  const effect = fc.constantFrom<Effect>('allow', 'ask', 'deny');
  const rule = fc.record({ effect, selector: fc.constantFrom(...selectors) });
  fc.assert(
    fc.property(fc.array(rule), (drawn) => {
      const given = new Set(drawn.filter(({ selector }) => fitting.has(selector)).map((one) => one.effect));
      const expected = (['deny', 'ask', 'allow'] as const).find((one) => given.has(one)) ?? 'ask';
      const document = rules(...drawn.map((one) => ({ effect: one.effect, ...one.selector })));
      const decision = decide(document, write);
      expect(decision.effect).toBe(expected);
      expect(decision.rules.every((index) => drawn[index]!.effect === expected)).toBe(true);
    }),
  );
});
