import { inspect, types } from 'node:util';
import { mark } from '@kosmokrator/runtime/internal';

/** What of a `Redactor` cleans the parts of an error. */
interface Cleaner {
  text(text: string): string;
  value<T>(value: T): T;
}

/** Not among the own properties of every kind of error. */
const inherited = ['name', 'message', 'stack', 'cause'];

/**
 * Hides secrets in an error: its texts, its causes and the errors that it joins, and whatever a library has put on
 * it. A value that is no error is treated as data. An error that cannot be changed is replaced by one that tells the
 * same.
 */
export function redactError<T>(error: T, cleaner: Cleaner): T {
  return clean(error, cleaner, new Map()) as T;
}

function clean(value: unknown, cleaner: Cleaner, done: Map<unknown, unknown>): unknown {
  if (done.has(value)) return done.get(value);
  if (isError(value)) return cleanError(value, cleaner, done);
  if (Array.isArray(value) && value.some(isError)) return value.map((item) => clean(item, cleaner, done));
  if (typeof value !== 'object' || value === null) return cleaner.value(value);
  return holdsSecret(value, cleaner) ? cleanObject(value, cleaner) : value;
}

/** Sockets and requests, and data that contains itself, cannot be copied. */
function cleanObject(value: object, cleaner: Cleaner): unknown {
  try {
    const data = cleaner.value(value);
    return holdsSecret(data, cleaner) ? mark : data;
  } catch (error) {
    if (error instanceof RangeError) return mark;
    throw error;
  }
}

function cleanError(error: Error, cleaner: Cleaner, done: Map<unknown, unknown>): Error {
  done.set(error, error);
  for (const key of new Set([...Reflect.ownKeys(error), ...inherited])) {
    const before: unknown = Reflect.get(error, key);
    const after = clean(before, cleaner, done);
    if (Object.is(before, after)) continue;
    const enumerable = Object.getOwnPropertyDescriptor(error, key)?.enumerable ?? false;
    const changed = Reflect.defineProperty(error, key, {
      value: after,
      enumerable,
      configurable: true,
      writable: true,
    });
    if (!changed) return replacement(error, cleaner, done);
  }
  return error;
}

/** For a frozen error. */
function replacement(error: Error, cleaner: Cleaner, done: Map<unknown, unknown>): Error {
  const { code } = error as { code?: unknown };
  const copy = new Error(cleaner.text(error.message));
  done.set(error, copy);
  return Object.assign(copy, {
    name: cleaner.text(error.name),
    stack: cleaner.text(error.stack ?? ''),
    ...(code !== undefined && { code: cleaner.value(code) }),
  });
}

/** Whether it would show in a log. */
function holdsSecret(value: object, { text }: Cleaner): boolean {
  const shown = inspect(value, { depth: 8, showHidden: true, maxStringLength: null, maxArrayLength: null });
  return text(shown) !== shown;
}

function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}
