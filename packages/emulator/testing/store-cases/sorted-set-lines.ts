export const sortedSetLines = `
  ZADD {key} 1 x
  ZADD none {float} m
  ZADD z {float} a
  ZADD z 9 a 9 x
  ZADD z 1 a 2 x
  ZADD z CH 1 a 9 b 9 x
  ZADD z NX 9 a 9 x
  ZADD z XX 9 a 9 x
  ZADD none XX 9 a; EXISTS none
  ZADD z GT 0 a 9 b 1 x
  ZADD z LT 0 a 9 b 1 x
  ZADD z GT CH 0 a 9 b 1 x
  ZADD z XX LT CH 0 a 9 b 1 x
  ZADD z INCR 5 a
  ZADD z INCR 5 x
  ZADD z NX INCR 5 a
  ZADD z XX INCR 5 x
  ZADD z GT INCR -5 a
  ZADD z LT INCR -5 a
  ZADD z INCR 1 a 2 b
  ZADD z NX XX 1 a
  ZADD z GT LT 1 a
  ZADD z NX GT 1 a
  ZADD z NX
  ZADD z 1
  ZADD z 1 a 2
  ZADD z 1 a x b; ZSCORE z a
  ZADD y INCR inf low
  ZADD z 1 a 1 a 2 a
  ZADD k 0.1 a 1e20 b 1e21 c 1e-7 d 3 e -0 f 1.10 g; ZRANGE k 0 -1 WITHSCORES
  ZADD k 0 $umlaut 0 z 0 Z 0 "" 0 10 0 9; ZRANGE k 0 -1
  ZINCRBY {key} 1.5 a
  ZINCRBY z {float} a
  ZINCRBY z 1 new
  ZINCRBY y inf low
  ZSCORE {key} a
  ZSCORE z missing
  ZSCORE y high
  ZMSCORE {key} a missing
  ZCARD {key}
  ZREM {key} a
  ZREM z a b c d; EXISTS z
  ZPOPMIN {key}
  ZPOPMAX {key}
  ZPOPMIN z {int}
  ZPOPMAX z {int}
  ZPOPMIN z 4; EXISTS z
  ZPOPMIN z 1 2
  ZPOPMIN y; ZPOPMAX y
  ZUNIONSTORE d 2 z y; ZRANGE d 0 -1 WITHSCORES
  ZINTERSTORE d 2 z y; ZRANGE d 0 -1 WITHSCORES
  ZUNIONSTORE {key} 1 z
  ZUNIONSTORE d 1 {key}
  ZINTERSTORE d 2 z {key}
  ZINTERSTORE e 2 z none; EXISTS e
  ZUNIONSTORE e 1 z; TTL e
  ZUNIONSTORE z 1 z
  ZUNIONSTORE d {int} z
  ZUNIONSTORE d 2 z
  ZUNIONSTORE d 2 y y; ZRANGE d 0 -1 WITHSCORES
  ZUNIONSTORE d 1 z WEIGHTS 2
  ZUNIONSTORE d 2 z y AGGREGATE MAX
  ZUNIONSTORE d 1 z X
  ZINTERSTORE d 1 z AGGREGATE MIN
  ZADD k inf a; ZADD k2 -inf a; ZUNIONSTORE d 2 k k2; ZSCORE d a
  ZSCAN {key} 0
  ZSCAN z 0 MATCH {pattern}
  ZSCAN z x
  ZCOUNT {key} -inf +inf
  ZCOUNT z {float} 2
  ZCOUNT z 1 {float}
  ZCOUNT z (1 (3.5
  ZCOUNT z ((1 2
  ZCOUNT z ( 2
  ZCOUNT z -inf ($space
  ZRANK {key} b
  ZREVRANK {key} b
  ZRANK z missing
  ZRANK z c; ZREVRANK z c
  ZRANK z a WITHSCORE
  ZRANGE {key} 0 -1
  ZRANGE z {int} -1
  ZRANGE z 0 {int}
  ZRANGE z {int} {int} WITHSCORES
  ZRANGE z 0 -1 REV
  ZRANGE z 0 1 REV WITHSCORES
  ZRANGE z 1 2 BYSCORE
  ZRANGE z (1 3.5 BYSCORE WITHSCORES
  ZRANGE z 3.5 (1 BYSCORE REV
  ZRANGE z -inf +inf BYSCORE LIMIT 1 2
  ZRANGE z +inf -inf BYSCORE REV LIMIT 1 2 WITHSCORES
  ZRANGE z -inf +inf BYSCORE LIMIT 1 -1
  ZRANGE z -inf +inf BYSCORE LIMIT -1 2
  ZRANGE z -inf +inf BYSCORE LIMIT x 2
  ZRANGE z {float} 3 BYSCORE
  ZRANGE z 0 -1 LIMIT 0 1
  ZRANGE z 0 -1 X
  ZRANGE z - + BYLEX
  ZRANGE z 0 -1 withscores rev
  ZREVRANGE {key} 0 -1
  ZREVRANGE z {int} -1 WITHSCORES
  ZREVRANGE z 0 {int}
  ZREVRANGE z 0 -1 REV
  ZRANGEBYSCORE {key} -inf +inf
  ZRANGEBYSCORE z {float} 2
  ZRANGEBYSCORE z 1 {float} WITHSCORES
  ZRANGEBYSCORE z -inf +inf LIMIT 1 2
  ZRANGEBYSCORE z -inf +inf WITHSCORES LIMIT 1 -5
  ZRANGEBYSCORE z -inf +inf LIMIT 1
  ZRANGEBYSCORE z -inf +inf LIMIT x y
  ZRANGEBYSCORE z 3 1
  ZREVRANGEBYSCORE {key} +inf -inf
  ZREVRANGEBYSCORE z 3.5 1.5 WITHSCORES
  ZREVRANGEBYSCORE z {float} 1
  ZREVRANGEBYSCORE z +inf -inf LIMIT 1 2
  ZREVRANGEBYSCORE z 1 3
  ZREMRANGEBYRANK {key} 0 1
  ZREMRANGEBYRANK z {int} -1
  ZREMRANGEBYRANK z 0 {int}
  ZREMRANGEBYRANK z 0 -1; EXISTS z
  ZREMRANGEBYSCORE {key} 1 2
  ZREMRANGEBYSCORE z {float} 2
  ZREMRANGEBYSCORE z -inf +inf; EXISTS z
`;
