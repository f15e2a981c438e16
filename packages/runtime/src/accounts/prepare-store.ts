import { withNames } from './account-problem.js';
import { hasSealed, type Vault } from './account-vault.js';
import { findKey } from './store-key.js';

/** See `AccountStore.prepare`. */
export async function prepareStore({ files, plain, access, keys }: Vault): Promise<void> {
  await withNames({}, async () =>
    files.write(async ({ file, tryOut }) => {
      tryOut();
      if (plain) return;
      // One that does not answer is known from now on, and not waited for again when there is something to lose.
      await access();
      if (file && hasSealed(file)) await findKey(file, { keyFile: files.keyFile, access, keys });
    }),
  );
}
