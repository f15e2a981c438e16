export const keyLines = `
  DEL {key}
  DEL s n none s
  UNLINK s l
  EXISTS s s none
  TOUCH s none
  TYPE {key}
  EXPIRE {key} 100
  EXPIRE s {int}; TTL s
  PEXPIRE s {ms}; TTL s
  EXPIREAT s {int}; TTL s
  PEXPIREAT s {int}; TTL s
  EXPIREAT s $future; EXPIRETIME s; PEXPIRETIME s
  EXPIRE s 100 NX; EXPIRE s 200 NX; TTL s
  EXPIRE s 100 XX; TTL s; EXPIRE e 100 XX; TTL e
  EXPIRE s 100 GT; TTL s; EXPIRE e 2000 GT; TTL e; EXPIRE e 100 GT; TTL e
  EXPIRE s 100 LT; TTL s; EXPIRE e 2000 LT; TTL e; EXPIRE e 100 LT; TTL e
  EXPIRE e 100 xx lt; TTL e
  EXPIRE e 100 NX XX
  EXPIRE e 100 GT LT
  EXPIRE e 100 NX GT
  EXPIRE e 100 GT GT
  EXPIRE e 100 SOON
  EXPIRE e x SOON
  PEXPIRE e 100000 NX; PEXPIRE s 100000 NX; TTL s
  EXPIREAT e 1 XX; EXISTS e
  PEXPIREAT e 1 LT; EXISTS e
  EXPIRE none 100 NX
  EXPIRE none -1
  TTL {key}
  TTL e
  PTTL s
  PTTL none
  PTTL e
  EXPIRETIME {key}
  EXPIRETIME e
  PEXPIRETIME e
  PERSIST {key}
  PERSIST e; TTL e
  RENAME {key} other
  RENAME e s; TTL s
  RENAME s e; TTL e
  RENAME s s
  RENAME none none
  RENAMENX {key} other
  RENAMENX s n
  RENAMENX s s
  RENAMENX none s
  FLUSHDB; RANDOMKEY
  FLUSHDB; SET a 1; RANDOMKEY
  KEYS {pattern}
  FLUSHDB; MSET a 1 b 1 abc 1 aXc 1 ^ 1 ] 1 - 1; KEYS {pattern}
  FLUSHDB; MSET hello 1 hallo 1 hllo 1 a.b 1 a*b 1 $umlaut 1; KEYS h?llo; KEYS h*llo; KEYS a.b; KEYS a\\*b; KEYS w??rme; KEYS w?rme
  SCAN 0
  SCAN 0 MATCH s
  SCAN 0 MATCH {pattern} COUNT 100
  SCAN 0 COUNT 100 MATCH ?
  SCAN 0 COUNT 100 TYPE zset
  SCAN 0 TYPE hash COUNT 100 MATCH h*
  SCAN 0 TYPE nosuch COUNT 100
  SCAN 0 COUNT {ms}
  SCAN x

  SCAN ""
  SCAN +
  SCAN +0
  SCAN 99999999999999999999
  SCAN 0 MATCH
  SCAN 0 LIMIT 3
  DBSIZE
  DBSIZE x
  FLUSHDB; DBSIZE
  FLUSHDB ASYNC
  FLUSHDB sync
  FLUSHDB NOW
  PING
  PING $umlaut
  PING a b
  ECHO $bytes
  PUBLISH c m
  PUBLISH c
  TIME x
`;
