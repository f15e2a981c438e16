import type { Keychain } from '../../src/accounts/index.js';

/** A keychain in memory, which can be locked, can never answer, and can refuse what is larger than `mostBytes`. */
export interface FakeKeychain extends Keychain {
  readonly items: Map<string, string>;
  locked: boolean;
  /** `set` or `delete`: it still answers everything else. */
  silent: boolean | 'set' | 'delete';
  /** How often it was asked. */
  asked: number;
  /** How many questions it does not answer. */
  unanswered: number;
  mostBytes: number;
}

export function fakeKeychain(): FakeKeychain {
  const items = new Map<string, string>();
  const open = async (asks: 'get' | 'set' | 'delete') => {
    keychain.asked++;
    if (keychain.silent === true || keychain.silent === asks) {
      keychain.unanswered++;
      await new Promise(() => {});
    }
    if (keychain.locked) throw new Error('the keychain is locked');
  };
  const keychain: FakeKeychain = {
    items,
    locked: false,
    silent: false,
    asked: 0,
    unanswered: 0,
    mostBytes: Infinity,
    async get(item) {
      await open('get');
      return items.get(item);
    },
    async set(item, value) {
      await open('set');
      // As a careless library would, it quotes what it was given.
      if (value.length > keychain.mostBytes) throw new Error(`too long: ${value}`);
      items.set(item, value);
    },
    async delete(item) {
      await open('delete');
      return items.delete(item);
    },
  };
  return keychain;
}
