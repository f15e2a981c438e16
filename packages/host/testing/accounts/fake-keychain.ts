import type { Keychain } from '../../src/accounts/index.js';

/** A keychain in memory, which can be locked, can never answer, and can refuse what is larger than `mostBytes`. */
export interface FakeKeychain extends Keychain {
  readonly items: Map<string, string>;
  locked: boolean;
  silent: boolean;
  /** How often it was asked. */
  asked: number;
  mostBytes: number;
}

export function fakeKeychain(): FakeKeychain {
  const items = new Map<string, string>();
  const open = async () => {
    keychain.asked++;
    if (keychain.silent) await new Promise(() => {});
    if (keychain.locked) throw new Error('the keychain is locked');
  };
  const keychain: FakeKeychain = {
    items,
    locked: false,
    silent: false,
    asked: 0,
    mostBytes: Infinity,
    async get(item) {
      await open();
      return items.get(item);
    },
    async set(item, value) {
      await open();
      // As a careless library would, it quotes what it was given.
      if (value.length > keychain.mostBytes) throw new Error(`too long: ${value}`);
      items.set(item, value);
    },
    async delete(item) {
      await open();
      return items.delete(item);
    },
  };
  return keychain;
}
