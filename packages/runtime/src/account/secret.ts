import type { SecretValue } from '../account.js';

/** A value that shows nowhere by accident: as text, in JSON and inspected it reads "[redacted]". */
export class Secret implements SecretValue {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return String(this);
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return String(this);
  }
}

/** A credential as an account holds it: wrapped when its kind is `secret`. */
export function keepSecret(
  { type }: { readonly type?: string },
  value: string | SecretValue | undefined,
): string | SecretValue | undefined {
  return type === 'secret' && typeof value === 'string' ? new Secret(value) : value;
}
