/** A store of the operating system for small secrets. Each method may reject when it cannot be reached. */
export interface Keychain {
  get(item: string): Promise<string | undefined>;
  set(item: string, value: string): Promise<void>;
  /** Whether there was such an item. */
  delete(item: string): Promise<boolean>;
  /** Called when an answer has taken too long. Nothing waits for it any more. */
  giveUp?(): void;
}

/** A keychain, or why there is none. */
export type KeychainAccess =
  | { readonly keychain: Keychain; readonly reason?: never }
  | { readonly keychain?: never; readonly reason: string };

/** Finds the keychain when it is first asked. */
export type FindKeychain = () => Promise<KeychainAccess>;

/**
 * Asks the keychain. Where it cannot, the error begins with what was looked for: `its key is in the OS keychain, which
 * cannot be reached: …`.
 */
export async function askKeychain<T>(
  find: FindKeychain,
  what: string,
  ask: (keychain: Keychain) => Promise<T>,
): Promise<T> {
  const { keychain, reason } = await find();
  if (!keychain) throw unreachable(what, reason);
  return ask(keychain).catch((error: unknown) => {
    throw unreachable(what, firstLine(error));
  });
}

/** Whether the keychain took it: it may be locked, or the item too large for it. */
export async function tryToKeep(find: FindKeychain, item: string, text: string): Promise<boolean> {
  return askKeychain(find, item, async (keychain) => keychain.set(item, text)).then(
    () => true,
    () => false,
  );
}

/** What the system says, in one line. */
export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0]!;
}

function unreachable(what: string, reason: string): Error {
  return new Error(`${what} is in the OS keychain, which cannot be reached: ${reason}`);
}
