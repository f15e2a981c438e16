/** A fresh random UUID. */
export function uuid4(): string {
  return crypto.randomUUID();
}
