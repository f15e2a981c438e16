import type { Keychain } from '../../src/accounts/index.js';

/** A keychain in memory, which can be locked, and can refuse what is larger than `mostBytes`. */
export interface FakeKeychain extends Keychain {
  readonly items: Map<string, string>;
  locked: boolean;
  mostBytes: number;
}

export function fakeKeychain(): FakeKeychain {
  const items = new Map<string, string>();
  const open = () => {
    if (keychain.locked) throw new Error('the keychain is locked');
  };
  const keychain: FakeKeychain = {
    items,
    locked: false,
    mostBytes: Infinity,
    async get(item) {
      open();
      return items.get(item);
    },
    async set(item, value) {
      open();
      // As a careless library would, it quotes what it was given.
      if (value.length > keychain.mostBytes) throw new Error(`too long: ${value}`);
      items.set(item, value);
    },
    async delete(item) {
      open();
      return items.delete(item);
    },
  };
  return keychain;
}
