import type { Redis } from '@upstash/redis';

/** A call through the official client on an empty database, and what it gives. */
export interface CommandCase {
  readonly name: string;
  readonly run: (redis: Redis) => Promise<unknown>;
  readonly expected: unknown;
}

const lua = 'return {KEYS[1], ARGV[1]}';

/** The commands that agents use, one by one. Expected values are those of Redis as the client presents them. */
export const commandCases: readonly CommandCase[] = [
  // Strings
  { name: 'SET', run: (r) => r.set('k', 'v'), expected: 'OK' },
  { name: 'GET of nothing', run: (r) => r.get('none'), expected: null },
  {
    name: 'SET NX',
    run: async (r) => (await r.set('k', 'a'), r.set('k', 'b', { nx: true })),
    expected: null,
  },
  { name: 'SET XX', run: (r) => r.set('k', 'a', { xx: true }), expected: null },
  {
    name: 'SET GET',
    run: async (r) => (await r.set('k', 'a'), r.set('k', 'b', { get: true })),
    expected: 'a',
  },
  {
    name: 'SET EX, TTL',
    run: async (r) => (await r.set('k', 'v', { ex: 100 }), r.ttl('k')),
    expected: 100,
  },
  {
    name: 'SET PX, PTTL',
    run: async (r) => (await r.set('k', 'v', { px: 90_000 }), (await r.pttl('k')) > 80_000),
    expected: true,
  },
  {
    name: 'SET KEEPTTL',
    run: async (r) => (
      await r.set('k', 'v', { ex: 100 }),
      await r.set('k', 'w', { keepTtl: true }),
      r.ttl('k')
    ),
    expected: 100,
  },
  { name: 'SETEX', run: async (r) => (await r.setex('k', 50, 'v'), r.ttl('k')), expected: 50 },
  { name: 'PSETEX', run: (r) => r.psetex('k', 50_000, 'v'), expected: 'OK' },
  { name: 'SETNX', run: (r) => r.setnx('k', 'v'), expected: 1 },
  { name: 'GETSET', run: async (r) => (await r.set('k', 'a'), r.getset('k', 'b')), expected: 'a' },
  { name: 'GETDEL', run: async (r) => (await r.set('k', 'a'), r.getdel('k')), expected: 'a' },
  {
    name: 'GETEX',
    run: async (r) => (await r.set('k', 'a'), await r.getex('k', { ex: 30 }), r.ttl('k')),
    expected: 30,
  },
  { name: 'APPEND', run: async (r) => (await r.set('k', 'ab'), r.append('k', 'cd')), expected: 4 },
  { name: 'STRLEN', run: async (r) => (await r.set('k', 'añ'), r.strlen('k')), expected: 3 },
  {
    name: 'GETRANGE',
    run: async (r) => (await r.set('k', 'hello'), r.getrange('k', 1, 3)),
    expected: 'ell',
  },
  { name: 'SETRANGE', run: async (r) => (await r.set('k', 'hello'), r.setrange('k', 1, 'x')), expected: 5 },
  {
    name: 'MSET, MGET',
    run: async (r) => (await r.mset({ a: 1, b: 'two' }), r.mget('a', 'none', 'b')),
    expected: [1, null, 'two'],
  },
  { name: 'MSETNX', run: async (r) => (await r.set('a', 1), r.msetnx({ a: 1, b: 2 })), expected: 0 },
  { name: 'INCR', run: (r) => r.incr('n'), expected: 1 },
  { name: 'INCRBY', run: (r) => r.incrby('n', 41), expected: 41 },
  { name: 'INCRBYFLOAT', run: (r) => r.incrbyfloat('n', 1.5), expected: 1.5 },
  { name: 'DECR', run: (r) => r.decr('n'), expected: -1 },
  { name: 'DECRBY', run: (r) => r.decrby('n', 4), expected: -4 },
  // Bits
  { name: 'SETBIT, GETBIT', run: async (r) => (await r.setbit('b', 7, 1), r.getbit('b', 7)), expected: 1 },
  { name: 'BITCOUNT', run: async (r) => (await r.set('b', 'foobar'), r.bitcount('b', 0, -1)), expected: 26 },
  { name: 'BITPOS', run: async (r) => (await r.setbit('b', 7, 1), r.bitpos('b', 1)), expected: 7 },
  { name: 'BITOP', run: async (r) => (await r.set('a', 'abc'), r.bitop('not', 'b', 'a')), expected: 3 },
  {
    name: 'BITFIELD',
    run: (r) => r.bitfield('b').set('u8', 0, 255).get('u4', 0).exec(),
    expected: [0, 15],
  },
  // Keys
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
  { name: 'DBSIZE', run: async (r) => (await r.mset({ a: 1, b: 1 }), r.dbsize()), expected: 2 },
  { name: 'FLUSHDB', run: async (r) => (await r.set('a', 1), await r.flushdb(), r.dbsize()), expected: 0 },
  { name: 'FLUSHALL', run: async (r) => (await r.set('a', 1), await r.flushall(), r.dbsize()), expected: 0 },
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
  { name: 'PING', run: (r) => r.ping(), expected: 'PONG' },
  { name: 'ECHO', run: (r) => r.echo('hi'), expected: 'hi' },
  { name: 'TIME', run: async (r) => (await r.time()).length, expected: 2 },
  // Lists
  { name: 'LPUSH', run: (r) => r.lpush('l', 'a', 'b'), expected: 2 },
  {
    name: 'RPUSH, LRANGE',
    run: async (r) => (await r.rpush('l', 'a', 'b'), r.lrange('l', 0, -1)),
    expected: ['a', 'b'],
  },
  { name: 'LPUSHX', run: (r) => r.lpushx('l', 'a'), expected: 0 },
  { name: 'RPUSHX', run: (r) => r.rpushx('l', 'a'), expected: 0 },
  { name: 'LPOP', run: async (r) => (await r.rpush('l', 'a', 'b'), r.lpop('l')), expected: 'a' },
  {
    name: 'LPOP with count',
    run: async (r) => (await r.rpush('l', 'a', 'b', 'c'), r.lpop('l', 2)),
    expected: ['a', 'b'],
  },
  { name: 'RPOP', run: async (r) => (await r.rpush('l', 'a', 'b'), r.rpop('l')), expected: 'b' },
  { name: 'RPOP of nothing', run: (r) => r.rpop('l'), expected: null },
  { name: 'LLEN', run: async (r) => (await r.rpush('l', 'a', 'b'), r.llen('l')), expected: 2 },
  { name: 'LINDEX', run: async (r) => (await r.rpush('l', 'a', 'b'), r.lindex('l', -1)), expected: 'b' },
  { name: 'LSET', run: async (r) => (await r.rpush('l', 'a'), r.lset('l', 0, 'z')), expected: 'OK' },
  { name: 'LREM', run: async (r) => (await r.rpush('l', 'a', 'b', 'a'), r.lrem('l', 0, 'a')), expected: 2 },
  {
    name: 'LTRIM',
    run: async (r) => (await r.rpush('l', 'a', 'b', 'c'), await r.ltrim('l', 1, 1), r.lrange('l', 0, -1)),
    expected: ['b'],
  },
  {
    name: 'LINSERT',
    run: async (r) => (await r.rpush('l', 'a', 'c'), r.linsert('l', 'before', 'c', 'b')),
    expected: 3,
  },
  {
    name: 'LMOVE',
    run: async (r) => (await r.rpush('l', 'a', 'b'), r.lmove('l', 'm', 'left', 'right')),
    expected: 'a',
  },
  { name: 'LPOS', run: async (r) => (await r.rpush('l', 'a', 'b'), r.lpos('l', 'b')), expected: 1 },
  // Hashes
  { name: 'HSET', run: (r) => r.hset('h', { a: 1, b: 'x' }), expected: 2 },
  { name: 'HGET', run: async (r) => (await r.hset('h', { a: 'x' }), r.hget('h', 'a')), expected: 'x' },
  {
    name: 'HGETALL',
    run: async (r) => (await r.hset('h', { a: 1, b: 'x' }), r.hgetall('h')),
    expected: { a: 1, b: 'x' },
  },
  { name: 'HGETALL of nothing', run: (r) => r.hgetall('h'), expected: null },
  {
    name: 'HMGET',
    run: async (r) => (await r.hset('h', { a: 1 }), r.hmget('h', 'a', 'b')),
    expected: { a: 1, b: null },
  },
  { name: 'HSETNX', run: async (r) => (await r.hset('h', { a: 1 }), r.hsetnx('h', 'a', 2)), expected: 0 },
  { name: 'HDEL', run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hdel('h', 'a', 'c')), expected: 1 },
  { name: 'HEXISTS', run: async (r) => (await r.hset('h', { a: 1 }), r.hexists('h', 'a')), expected: 1 },
  { name: 'HLEN', run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hlen('h')), expected: 2 },
  {
    name: 'HKEYS',
    run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hkeys('h')),
    expected: ['a', 'b'],
  },
  { name: 'HVALS', run: async (r) => (await r.hset('h', { a: 1, b: 2 }), r.hvals('h')), expected: [1, 2] },
  { name: 'HINCRBY', run: (r) => r.hincrby('h', 'n', 5), expected: 5 },
  { name: 'HINCRBYFLOAT', run: (r) => r.hincrbyfloat('h', 'n', 0.5), expected: 0.5 },
  { name: 'HSTRLEN', run: async (r) => (await r.hset('h', { a: 'abc' }), r.hstrlen('h', 'a')), expected: 3 },
  { name: 'HRANDFIELD', run: async (r) => (await r.hset('h', { a: 1 }), r.hrandfield('h')), expected: 'a' },
  {
    name: 'HSCAN',
    run: async (r) => (await r.hset('h', { a: 'x' }), r.hscan('h', 0)),
    expected: ['0', ['a', 'x']],
  },
  // Sets
  { name: 'SADD', run: (r) => r.sadd('s', 'a', 'b', 'a'), expected: 2 },
  { name: 'SREM', run: async (r) => (await r.sadd('s', 'a'), r.srem('s', 'a', 'b')), expected: 1 },
  { name: 'SCARD', run: async (r) => (await r.sadd('s', 'a', 'b'), r.scard('s')), expected: 2 },
  { name: 'SISMEMBER', run: async (r) => (await r.sadd('s', 'a'), r.sismember('s', 'a')), expected: 1 },
  {
    name: 'SMISMEMBER',
    run: async (r) => (await r.sadd('s', 'a'), r.smismember('s', ['a', 'b'])),
    expected: [1, 0],
  },
  {
    name: 'SMEMBERS',
    run: async (r) => (await r.sadd('s', 'a', 'b'), (await r.smembers('s')).toSorted()),
    expected: ['a', 'b'],
  },
  { name: 'SMOVE', run: async (r) => (await r.sadd('s', 'a'), r.smove('s', 't', 'a')), expected: 1 },
  { name: 'SPOP', run: async (r) => (await r.sadd('s', 'a'), r.spop('s')), expected: 'a' },
  { name: 'SRANDMEMBER', run: async (r) => (await r.sadd('s', 'a'), r.srandmember('s')), expected: 'a' },
  {
    name: 'SINTER',
    run: async (r) => (await r.sadd('s', 'a', 'b'), await r.sadd('t', 'b'), r.sinter('s', 't')),
    expected: ['b'],
  },
  {
    name: 'SUNION',
    run: async (r) => (await r.sadd('s', 'a'), await r.sadd('t', 'b'), (await r.sunion('s', 't')).toSorted()),
    expected: ['a', 'b'],
  },
  {
    name: 'SDIFF',
    run: async (r) => (await r.sadd('s', 'a', 'b'), await r.sadd('t', 'b'), r.sdiff('s', 't')),
    expected: ['a'],
  },
  {
    name: 'SINTERSTORE',
    run: async (r) => (await r.sadd('s', 'a'), await r.sadd('t', 'a'), r.sinterstore('u', 's', 't')),
    expected: 1,
  },
  {
    name: 'SUNIONSTORE',
    run: async (r) => (await r.sadd('s', 'a'), await r.sadd('t', 'b'), r.sunionstore('u', 's', 't')),
    expected: 2,
  },
  {
    name: 'SDIFFSTORE',
    run: async (r) => (await r.sadd('s', 'a'), r.sdiffstore('u', 's', 't')),
    expected: 1,
  },
  { name: 'SSCAN', run: async (r) => (await r.sadd('s', 'a'), r.sscan('s', 0)), expected: ['0', ['a']] },
  // Sorted sets
  {
    name: 'ZADD',
    run: (r) => r.zadd('z', { score: 1, member: 'a' }, { score: 2.5, member: 'b' }),
    expected: 2,
  },
  {
    name: 'ZADD again',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zadd('z', { score: 9, member: 'a' })),
    expected: 0,
  },
  {
    name: 'ZADD NX',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }),
      r.zadd('z', { nx: true }, { score: 9, member: 'a' })
    ),
    expected: 0,
  },
  { name: 'ZADD INCR', run: (r) => r.zadd('z', { incr: true }, { score: 3, member: 'a' }), expected: 3 },
  {
    name: 'ZSCORE',
    run: async (r) => (await r.zadd('z', { score: 2.5, member: 'a' }), r.zscore('z', 'a')),
    expected: 2.5,
  },
  { name: 'ZSCORE of nothing', run: (r) => r.zscore('z', 'a'), expected: null },
  {
    name: 'ZMSCORE',
    run: async (r) => (await r.zadd('z', { score: 2, member: 'a' }), r.zmscore('z', ['a', 'b'])),
    expected: [2, null],
  },
  {
    name: 'ZINCRBY',
    run: async (r) => (await r.zadd('z', { score: 2, member: 'a' }), r.zincrby('z', 3, 'a')),
    expected: 5,
  },
  {
    name: 'ZCARD',
    run: async (r) => (await r.zadd('z', { score: 2, member: 'a' }), r.zcard('z')),
    expected: 1,
  },
  {
    name: 'ZCOUNT',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zcount('z', 2, 9)
    ),
    expected: 1,
  },
  {
    name: 'ZRANK',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrank('z', 'b')
    ),
    expected: 1,
  },
  {
    name: 'ZREVRANK',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrevrank('z', 'b')
    ),
    expected: 0,
  },
  {
    name: 'ZRANGE',
    run: async (r) => (
      await r.zadd('z', { score: 5, member: 'b' }, { score: 1, member: 'a' }),
      r.zrange('z', 0, -1)
    ),
    expected: ['a', 'b'],
  },
  {
    name: 'ZRANGE WITHSCORES',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }),
      r.zrange('z', 0, -1, { withScores: true })
    ),
    expected: ['a', 1],
  },
  {
    name: 'ZRANGE REV',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrange('z', 0, -1, { rev: true })
    ),
    expected: ['b', 'a'],
  },
  {
    name: 'ZRANGE BYSCORE',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zrange('z', 2, 9, { byScore: true })
    ),
    expected: ['b'],
  },
  {
    name: 'ZREVRANGE WITHSCORES',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.exec(['ZREVRANGE', 'z', 0, 9, 'WITHSCORES'])
    ),
    expected: ['b', 5, 'a', 1],
  },
  {
    name: 'ZREM',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zrem('z', 'a', 'b')),
    expected: 1,
  },
  {
    name: 'ZREMRANGEBYSCORE',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zremrangebyscore('z', 0, 2)
    ),
    expected: 1,
  },
  {
    name: 'ZREMRANGEBYRANK',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zremrangebyrank('z', 0, 0)
    ),
    expected: 1,
  },
  {
    name: 'ZPOPMAX',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zpopmax('z')
    ),
    expected: ['b', 5],
  },
  {
    name: 'ZPOPMIN',
    run: async (r) => (
      await r.zadd('z', { score: 1, member: 'a' }, { score: 5, member: 'b' }),
      r.zpopmin('z')
    ),
    expected: ['a', 1],
  },
  {
    name: 'ZUNIONSTORE',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zunionstore('u', 1, ['z'])),
    expected: 1,
  },
  {
    name: 'ZINTERSTORE',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zinterstore('u', 1, ['z'])),
    expected: 1,
  },
  {
    name: 'ZSCAN',
    run: async (r) => (await r.zadd('z', { score: 1, member: 'a' }), r.zscan('z', 0)),
    expected: ['0', ['a', 1]],
  },
  // Others
  {
    name: 'PFADD, PFCOUNT',
    run: async (r) => (await r.pfadd('p', 'a', 'b', 'a'), r.pfcount('p')),
    expected: 2,
  },
  {
    name: 'GEOADD',
    run: (r) => r.geoadd('g', { longitude: 4.9, latitude: 52.37, member: 'ams' }),
    expected: 1,
  },
  { name: 'XADD, XLEN', run: async (r) => (await r.xadd('x', '*', { a: 1 }), r.xlen('x')), expected: 1 },
  {
    name: 'XRANGE',
    run: async (r) => (await r.xadd('x', '1-1', { a: 1 }), r.xrange('x', '-', '+')),
    expected: { '1-1': { a: 1 } },
  },
  { name: 'EVAL', run: (r) => r.eval(lua, ['k'], ['v']), expected: ['k', 'v'] },
  {
    name: 'EVAL with a call',
    run: (r) => r.eval("return redis.call('INCRBY', KEYS[1], ARGV[1])", ['k'], ['7']),
    expected: 7,
  },
  {
    name: 'SCRIPT LOAD, EVALSHA',
    run: async (r) => r.evalsha(await r.scriptLoad(lua), ['k'], ['v']),
    expected: ['k', 'v'],
  },
  { name: 'PUBLISH', run: (r) => r.publish('channel', 'message'), expected: 0 },
  {
    name: 'pipeline',
    run: (r) => r.pipeline().set('k', 1).incr('k').get('k').exec(),
    expected: ['OK', 2, 2],
  },
  { name: 'multi', run: (r) => r.multi().set('k', 1).incr('k').get('k').exec(), expected: ['OK', 2, 2] },
  // Values
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
