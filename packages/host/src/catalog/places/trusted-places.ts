import type { Environment } from '@kosmokrator/runtime';
import { readTrust } from '../../trust/trust-file.js';
import { whyLapsed } from '../../trust/why-lapsed.js';
import type { Place } from './place.js';
import { whyForeign } from '../../files/why-foreign.js';

/** The folders that the user trusts, as long as each is what it was then. What others have put into one is not used. */
export function trustedPlaces(env: Environment): Place[] {
  const held = readTrust(env).filter((trusted) => whyLapsed(trusted) === undefined);
  return held.map(({ path, owner }) => ({
    folder: path,
    refuse: (folder) => whyForeign(folder, owner === null ? [] : [owner]),
  }));
}
