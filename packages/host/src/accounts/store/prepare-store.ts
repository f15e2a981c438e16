import { withNames } from './account-problem.js';
import { hasSealed, type Vault } from './account-vault.js';
import { askFirst } from './ask-first.js';
import { findKey } from './store-key.js';

/** See `AccountStore.prepare`. */
export async function prepareStore(vault: Vault): Promise<void> {
  const { files, plain, access, keys } = vault;
  await withNames({}, async () => {
    // One that does not answer is known from now on, and not waited for again when there is something to lose.
    await askFirst(vault);
    await files.write(async ({ file, tryOut }) => {
      tryOut();
      if (!plain && file && hasSealed(file)) await findKey(file, { keyFile: files.keyFile, access, keys });
    });
  });
}
