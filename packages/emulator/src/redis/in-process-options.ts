/** Where the options of a command begin, counted in its arguments. ioredis-mock knows them in capitals only. */
const optionsFrom: Readonly<Record<string, number>> = {
  set: 2,
  getex: 1,
  expire: 2,
  pexpire: 2,
  scan: 1,
  hscan: 2,
  sscan: 2,
  zscan: 2,
  hrandfield: 2,
  linsert: 1,
  lmove: 2,
  lpos: 2,
  zadd: 1,
  zrange: 3,
  zrevrange: 3,
  zrangebyscore: 3,
  zrevrangebyscore: 3,
  zunionstore: 3,
  zinterstore: 3,
  xadd: 1,
  xrange: 3,
};

const flags = new Set(
  'NX XX GT LT CH INCR GET KEEPTTL PERSIST BYSCORE BYLEX REV WITHSCORES WITHVALUES BEFORE AFTER LEFT RIGHT'.split(
    ' ',
  ),
);
const valued = new Set('EX PX EXAT PXAT MATCH COUNT TYPE LIMIT RANK MAXLEN WEIGHTS AGGREGATE'.split(' '));

/** The arguments with their options in capitals; keys, values and what follows an option stay as they are. */
export function capitalizeOptions(
  name: string,
  args: readonly (string | Buffer)[],
): readonly (string | Buffer)[] {
  const from = optionsFrom[name];
  if (from === undefined) return args;
  const result = args.slice(0, from);
  for (let at = from; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const option = String(arg).toUpperCase();
    // The options of ZADD end where its scores begin, and those of XADD at the id.
    if (!flags.has(option) && !valued.has(option)) return [...result, ...args.slice(at)];
    result.push(option);
    if (valued.has(option) && at + 1 < args.length) {
      at += 1;
      result.push(args[at] ?? '');
    }
  }
  return result;
}
