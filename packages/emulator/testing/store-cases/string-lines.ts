export const stringLines = `
  GET {key}
  GET $umlaut; SET $umlaut $bytes; GET $umlaut; STRLEN $umlaut
  GET toString; SET __proto__ x; GET __proto__; KEYS *; EXISTS constructor
  SET {key} v
  SET s v {rest}
  SET k EX; GET k
  SET e v
  SET e v KEEPTTL
  SET none v KEEPTTL
  SET e v keepttl xx get
  SET {key} v GET
  SET {key} v NX
  SET {key} v XX
  SET {key} v NX GET
  SET {key} v XX GET
  SET s v NX XX
  SET s v EX {int}
  SET s v PX {ms}
  SET s v EXAT {int}
  SET s v PXAT {int}
  SET s v GET EX 100
  SET s v EX 100 GET
  SET s v EX
  SET s v EX 100 PX 100
  SET s v EX 100 KEEPTTL
  SET s v EX 100 EX 200
  SET s v NX NX
  SET s v EXAT $future
  SET s v PXAT $futureMs
  SETEX s {int} v
  PSETEX s {ms} v
  SETEX {key} 100 v
  SETNX {key} v
  SETNX e v
  GETSET {key} v
  GETSET e v
  GETDEL {key}
  GETEX {key}
  GETEX e PERSIST
  GETEX e EX 50
  GETEX s EX {int}
  GETEX s PX {ms}
  GETEX s EXAT {int}
  GETEX s EXAT $future
  GETEX s PXAT 1000
  GETEX s EX 1 PERSIST
  GETEX s EX
  GETEX none EX 0
  GETEX s {rest}
  APPEND {key} xyz
  APPEND s $bytes; STRLEN s
  APPEND e x
  STRLEN {key}
  GETRANGE {key} 0 -1
  GETRANGE s {int} -1
  GETRANGE s 0 {int}
  GETRANGE s {int} {int}
  SUBSTR s 1 2
  SETRANGE {key} 1 xy
  SETRANGE s {int} xy
  SETRANGE s 10 xy
  SETRANGE none 3 x
  SETRANGE none 3 ""
  SETRANGE e 0 x
  MGET s n none l h
  MGET s
  MSET a 1 b 2
  MSET a 1 b
  MSET l 1 e 2
  MSET a 1 a 2
  MSETNX a 1 b 2
  MSETNX a 1 s 2
  MSETNX a 1 b
  INCR {key}
  DECR {key}
  INCRBY n {int}
  DECRBY n {int}
  INCRBY {key} 5
  INCR f
  SET k $max; INCR k; GET k
  SET k $min; DECR k
  SET k $max; DECRBY k $min
  SET k 07; INCR k
  INCR e
  INCRBYFLOAT {key} 0.1
  INCRBYFLOAT n {float}
  INCRBYFLOAT f 0.1
  SET k 0.1; INCRBYFLOAT k 0.2
  SET k 3.0e3; INCRBYFLOAT k 200
  SET k 5.0; INCRBYFLOAT k 0
  SET k 1000.1; INCRBYFLOAT k 1000.1
  SET k 123456789012; INCRBYFLOAT k 0.5
  INCRBYFLOAT e 1
  INCRBYFLOAT none -0.5
  INCRBYFLOAT f -10.5
  SETBIT {key} 7 1
  SETBIT none 7 1; GETBIT none 7; GETBIT none 6; STRLEN none
  SETBIT s 100 0
  SETBIT s 1 2
  SETBIT s {int} 1
  GETBIT {key} 3
  GETBIT s {int}
  SET k $bytes; SETBIT k 9 1; GET k; BITCOUNT k
  BITCOUNT {key}
  BITCOUNT s {int} -1
  BITCOUNT s 0 {int}
  BITCOUNT s 0
  BITCOUNT s 0 5 BIT
  BITCOUNT s 0 5 x
`;
