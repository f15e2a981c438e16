import { templateNames } from '../../spec/template.js';
import type { IntegrationModel } from '../../model/model.js';

/**
 * What a user needs to begin: nothing, when no request takes a credential or a function of the integration makes them; a
 * bearer token, when each API that takes credentials takes one; else an API key.
 */
export function authLabel({ name, apis, functions, credentials }: IntegrationModel): string {
  const makesItsOwn = functions.some(({ connects }) =>
    connects?.accounts.some(({ integration }) => integration === name),
  );
  const asking = apis.filter(({ auth }) => auth.some(({ kind }) => kind !== 'none'));
  // What a base URL names is an address, but for a secret in it: `https://{site}.example.com`.
  const addresses = new Set(apis.flatMap(({ baseUrl }) => templateNames(baseUrl)));
  const isKey = ({ name: credential, type }: IntegrationModel['credentials'][number]) =>
    type === 'secret' || (type === 'string' && !addresses.has(credential));
  if (makesItsOwn || (asking.length === 0 && !credentials.some(isKey))) return 'no auth';
  const isBearer =
    asking.length > 0 && asking.every(({ auth }) => auth.some(({ kind }) => kind === 'bearer'));
  return isBearer ? 'Bearer token auth' : 'API key auth';
}
