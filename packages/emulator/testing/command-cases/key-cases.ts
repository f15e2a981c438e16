import type { CommandCase } from './command-case.js';

/** Keys of every type: expiry, names, walks. */
export const keyCases: readonly CommandCase[] = [
  { name: 'DEL', run: async (r) => (await r.mset({ a: 1, b: 2 }), r.del('a', 'b', 'c')), expected: 2 },
  { name: 'UNLINK', run: async (r) => (await r.set('a', 1), r.unlink('a')), expected: 1 },
  { name: 'EXISTS', run: async (r) => (await r.set('a', 1), r.exists('a', 'a', 'b')), expected: 2 },
  { name: 'TYPE', run: async (r) => (await r.lpush('l', 1), r.type('l')), expected: 'list' },
  { name: 'TYPE of nothing', run: (r) => r.type('none'), expected: 'none' },
  { name: 'EXPIRE', run: async (r) => (await r.set('a', 1), r.expire('a', 10)), expected: 1 },
  { name: 'PEXPIRE', run: async (r) => (await r.set('a', 1), r.pexpire('a', 10_000)), expected: 1 },
  {
    name: 'EXPIREAT',
    run: async (r) => (await r.set('a', 1), r.expireat('a', 4_000_000_000)),
    expected: 1,
  },
  { name: 'PERSIST', run: async (r) => (await r.setex('a', 10, 1), r.persist('a')), expected: 1 },
  { name: 'TTL without expiry', run: async (r) => (await r.set('a', 1), r.ttl('a')), expected: -1 },
  { name: 'TTL of nothing', run: (r) => r.ttl('none'), expected: -2 },
  { name: 'RENAME', run: async (r) => (await r.set('a', 1), r.rename('a', 'b')), expected: 'OK' },
  { name: 'RENAMENX', run: async (r) => (await r.mset({ a: 1, b: 1 }), r.renamenx('a', 'b')), expected: 0 },
  { name: 'COPY', run: async (r) => (await r.set('a', 1), r.copy('a', 'b')), expected: 'COPIED' },
  { name: 'TOUCH', run: async (r) => (await r.set('a', 1), r.touch('a', 'b')), expected: 1 },
  { name: 'RANDOMKEY', run: async (r) => (await r.set('a', 1), r.randomkey()), expected: 'a' },
  {
    name: 'KEYS',
    run: async (r) => (await r.mset({ 'u:1': 1, 'u:2': 1, x: 1 }), (await r.keys('u:*')).toSorted()),
    expected: ['u:1', 'u:2'],
  },
  {
    name: 'KEYS with ? and [ ]',
    run: async (r) => (
      await r.mset({ hallo: 1, hello: 1, hxllo: 1, hllo: 1 }),
      (await r.keys('h[ae]l?o')).toSorted()
    ),
    expected: ['hallo', 'hello'],
  },
  {
    name: 'SCAN to its end',
    run: async (r) => {
      const names = Array.from({ length: 300 }, (_, index) => `key:${String(index).padStart(3, '0')}`);
      await r.mset(Object.fromEntries(names.map((name) => [name, 1])));
      const found = new Set<string>();
      let cursor = '0';
      do {
        const [next, keys] = await r.scan(cursor, { match: 'key:*', count: 50 });
        for (const key of keys) found.add(key);
        cursor = next;
      } while (cursor !== '0');
      return [...found].toSorted().join() === names.join();
    },
    expected: true,
  },
];
