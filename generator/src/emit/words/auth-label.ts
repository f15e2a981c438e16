import type { IntegrationModel } from '../../model/model.js';

/**
 * What a user needs to begin: nothing, when no API takes a credential or a function of the integration makes them; a
 * bearer token, when each API that takes credentials takes one; else an API key.
 */
export function authLabel({ name, apis, functions }: IntegrationModel): string {
  const asking = apis.filter(({ auth }) => auth.some(({ kind }) => kind !== 'none'));
  const makesItsOwn = functions.some(({ connects }) =>
    connects?.accounts.some(({ integration }) => integration === name),
  );
  if (asking.length === 0 || makesItsOwn) return 'no auth';
  return asking.every(({ auth }) => auth.some(({ kind }) => kind === 'bearer'))
    ? 'Bearer token auth'
    : 'API key auth';
}
