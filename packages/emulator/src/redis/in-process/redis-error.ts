/** An error reply; the message begins with its code. */
export class RedisError extends Error {}

export function wrongType(): RedisError {
  return new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value');
}

export function syntaxError(): RedisError {
  return new RedisError('ERR syntax error');
}

export function notAnInteger(): RedisError {
  return new RedisError('ERR value is not an integer or out of range');
}

export function notAFloat(): RedisError {
  return new RedisError('ERR value is not a valid float');
}

export function wrongNumberOfArguments(name: string): RedisError {
  return new RedisError(`ERR wrong number of arguments for '${name}' command`);
}

/** Says no to what Redis would do and this store would not do right. */
export function notInProcess(what: string): RedisError {
  return new RedisError(
    `ERR the in-process store does not support ${what}; install redis-server, which does`,
  );
}
