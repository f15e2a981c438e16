import type { CommandCase } from './command-case.js';

/** What a value may hold. */
export const valueCases: readonly CommandCase[] = [
  { name: 'empty string', run: async (r) => (await r.set('k', ''), r.get('k')), expected: '' },
  {
    name: 'unicode',
    run: async (r) => (await r.set('ключ 🔑', 'wärme ☕ 日本'), r.get('ключ 🔑')),
    expected: 'wärme ☕ 日本',
  },
  {
    name: 'control characters',
    run: async (r) => (await r.set('k', 'a\0b\r\n\x1b'), r.get('k')),
    expected: 'a\0b\r\n\x1b',
  },
  {
    name: 'nested JSON',
    run: async (r) => (await r.set('k', { a: [1, null, { b: [] }] }), r.get('k')),
    expected: { a: [1, null, { b: [] }] },
  },
  { name: 'boolean', run: async (r) => (await r.set('k', true), r.get('k')), expected: true },
  { name: 'the text OK', run: async (r) => (await r.set('k', 'OK'), r.get('k')), expected: 'OK' },
];
