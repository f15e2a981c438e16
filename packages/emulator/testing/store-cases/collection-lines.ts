export const collectionLines = `
  HSET {key} a 9 q 8
  HSET h a
  HSET h a 1 b
  HSET h a 1 a 2 c 3
  HSET none __proto__ 1 toString 2; HGETALL none; HGET none constructor; HEXISTS none valueOf
  HSET none "" ""; HGETALL none; HSTRLEN none ""
  HMSET {key} a 9
  HMSET h a 1 b
  HSETNX {key} a 5
  HSETNX h new 5
  HGET {key} a
  HGET h missing
  HMGET {key} a missing
  HGETALL {key}
  HKEYS {key}
  HVALS {key}
  HLEN {key}
  HEXISTS {key} a
  HSTRLEN {key} a
  HSET h k $bytes; HSTRLEN h k; HGET h k
  HDEL {key} a
  HDEL h a b 7 a; EXISTS h
  HINCRBY {key} a 5
  HINCRBY h a {int}
  HINCRBY h 7 1
  HSET h k $max; HINCRBY h k 1
  HINCRBYFLOAT {key} a 0.1
  HINCRBYFLOAT h a {float}
  HSET h k 0.1; HINCRBYFLOAT h k 0.2
  HINCRBYFLOAT h 7 1
  HRANDFIELD none
  HRANDFIELD none 2
  HRANDFIELD {key} 100
  HRANDFIELD h 100 WITHVALUES
  HRANDFIELD h 0
  HRANDFIELD h x
  HRANDFIELD h 1 NOVALUES
  HRANDFIELD h 1 WITHVALUES x
  HSCAN {key} 0
  HSCAN h 0 MATCH {pattern}
  HSCAN h 0 COUNT {int}
  HSCAN h x
  HSCAN none x
  HSCAN h 0 MATCH a COUNT 5
  HSCAN h 0 X
  LPUSH {key} x y
  RPUSH {key} x y
  LPUSHX {key} x y z
  RPUSHX {key} x y z
  LPOP {key}
  RPOP {key}
  LPOP l {int}
  RPOP l {int}
  LPOP none {int}
  LPOP l 1 2
  LPOP l 4; EXISTS l
  LPOP s x
  LLEN {key}
  LRANGE {key} 0 -1
  LRANGE l {int} -1
  LRANGE l 0 {int}
  LRANGE l {int} {int}
  LINDEX {key} 0
  LINDEX l {int}
  LSET {key} 0 x
  LSET l {int} x
  LSET none x x
  LREM {key} 0 a
  LREM l {int} a
  LREM l 0 missing
  RPUSH k a; LREM k 0 a; EXISTS k
  LTRIM {key} 1 2
  LTRIM l {int} -1
  LTRIM l 0 {int}
  LTRIM l 5 9; EXISTS l
  LINSERT {key} BEFORE b x
  LINSERT l after b x
  LINSERT l AFTER missing x
  LINSERT l BESIDE b x
  LINSERT none BESIDE b x
  LMOVE {key} other LEFT RIGHT
  LMOVE l {key} left right
  LMOVE l l LEFT RIGHT
  LMOVE l l RIGHT LEFT
  LMOVE l m UP DOWN
  LMOVE none s LEFT RIGHT
  RPUSH k a; LMOVE k k2 LEFT LEFT; EXISTS k
  RPUSH k a; LMOVE k k LEFT LEFT; LRANGE k 0 -1
  RPUSH k a; EXPIRE k 100; LMOVE k k LEFT LEFT; TTL k
  RPOPLPUSH {key} other
  RPOPLPUSH l {key}
  RPOPLPUSH l l
  LPOS {key} a
  LPOS l missing
  LPOS l a RANK 2
  LPOS l a COUNT 0
  LPOS l a X 1
  SADD {key} x y x
  SREM {key} a
  SREM t a b c missing; EXISTS t
  SCARD {key}
  SISMEMBER {key} a
  SMISMEMBER {key} a missing
  SMEMBERS {key}
  SADD k $bytes toString __proto__ 3 1 2; SMEMBERS k; SISMEMBER k constructor
  SMOVE {key} other a
  SMOVE t {key} a
  SMOVE t t a
  SMOVE t u missing
  SMOVE none s a
  SADD k a; SMOVE k u a; EXISTS k
  SPOP none
  SPOP none 3
  SPOP {key} 100
  SPOP t 0
  SPOP t x
  SPOP t -1
  SPOP t 1 2
  SADD k a; SPOP k; EXISTS k
  SADD k a; SRANDMEMBER k; SRANDMEMBER k 5; SRANDMEMBER k -3
  SRANDMEMBER none
  SRANDMEMBER none 2
  SRANDMEMBER {key} 100
  SRANDMEMBER t 0
  SRANDMEMBER t x
  SINTER {key}
  SINTER t {key}
  SUNION t {key}
  SUNION {key} t
  SDIFF t {key}
  SDIFF {key} t
  SINTER t u; SUNION t u; SDIFF t u; SDIFF u t
  SINTERSTORE {key} t u
  SUNIONSTORE {key} t u
  SDIFFSTORE {key} t u
  SINTERSTORE d {key} t
  SUNIONSTORE d t {key}
  SDIFFSTORE d {key} u
  SDIFFSTORE t t u
  SDIFFSTORE t t t; EXISTS t
  SINTERSTORE e t u; TTL e
  SINTERSTORE e none t; EXISTS e
  SSCAN {key} 0
  SSCAN t 0 MATCH {pattern}
  SSCAN t x
  SSCAN t 0 COUNT 0
`;
