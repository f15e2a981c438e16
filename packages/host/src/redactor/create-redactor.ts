import type { SecretValue } from '@kosmokrator/runtime';
import { mark, reveal } from '@kosmokrator/runtime/internal';
import { createScanner, type RedactedStream, type Scanner } from './create-scanner.js';
import { redactError } from './redact-error.js';

/** Shorter ones cannot be told from any other text. */
const shortest = 4;

/** Hides secrets in whatever leaves a host, in every form that they are likely to have there. */
export interface Redactor {
  /** Secrets of fewer than 4 characters are left out; those of fewer than 8 are hidden where they stand alone. */
  add(...secrets: readonly (string | SecretValue | undefined)[]): void;
  /** `cut`: the text was cut off at its end, maybe half-way through a secret. */
  text(given: string, options?: { readonly cut?: boolean }): string;
  /** For plain data: its strings, keys and numbers. Data without a secret is given back as it is. */
  value<T>(given: T): T;
  /** For an error of any kind, with its causes and all that it carries. Changes it in place where it can. */
  error<T>(error: T): T;
  stream(): RedactedStream;
}

export function createRedactor(secrets: Iterable<string | SecretValue | undefined> = []): Redactor {
  const known = new Set<string>();
  let scanner: Scanner = createScanner(known);

  const redactor: Redactor = {
    add(...more) {
      const size = known.size;
      for (const secret of more) {
        const plain = reveal(secret)?.trim() ?? '';
        if (plain.length >= shortest) known.add(plain);
      }
      if (known.size > size) scanner = createScanner(known);
    },
    text: (given, options) => scanner.text(given, options),
    value: <T>(given: T) => redactData(given, scanner) as T,
    error: (error) => redactError(error, redactor),
    stream: () => scanner.stream(),
  };
  redactor.add(...secrets);
  return redactor;
}

function redactData(given: unknown, scanner: Scanner): unknown {
  if (typeof given === 'string') return scanner.text(given);
  if (typeof given === 'number' || typeof given === 'bigint') {
    const digits = String(given);
    return scanner.text(digits) === digits ? given : mark;
  }
  if (Array.isArray(given)) {
    const items = given.map((item) => redactData(item, scanner));
    return items.every((item, index) => item === given[index]) ? given : items;
  }
  if (!isRecord(given)) return given;
  const members = Object.entries(given);
  const clean = members.map(([key, member]) => [scanner.text(key), redactData(member, scanner)] as const);
  const isSame = members.every(
    ([key, member], at) => key === clean[at]![0] && Object.is(member, clean[at]![1]),
  );
  return isSame ? given : Object.fromEntries(clean);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
