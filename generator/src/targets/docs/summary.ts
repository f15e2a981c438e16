import type { AuthModel, IntegrationModel } from '../../model/model.js';

const authWords: Readonly<Record<AuthModel['kind'], string>> = {
  bearer: 'bearer token',
  basic: 'user name and password (HTTP Basic)',
  header: 'key in a header',
  query: 'key in the query',
  none: 'none',
};

/** `7 functions: 5 read, 2 write.` */
export function countText({ functions }: IntegrationModel): string {
  const reads = functions.filter(({ kind }) => kind === 'read').length;
  const total = `${functions.length} function${functions.length === 1 ? '' : 's'}`;
  return `${total}: ${reads} read, ${functions.length - reads} write.`;
}

/** `7 functions · 5 read · 2 write · API key auth` */
export function luaCountText(integration: IntegrationModel): string {
  const { functions } = integration;
  const reads = functions.filter(({ kind }) => kind === 'read').length;
  const total = `${functions.length} function${functions.length === 1 ? '' : 's'}`;
  return [total, `${reads} read`, `${functions.length - reads} write`, authLabel(integration)].join(' · ');
}

/**
 * What a user needs to begin: nothing, when no API takes a credential or a function of the integration makes them; a
 * bearer token, when each API that takes credentials takes one; else an API key.
 */
function authLabel({ name, apis, functions }: IntegrationModel): string {
  const asking = apis.filter(({ auth }) => auth.some(({ kind }) => kind !== 'none'));
  const makesItsOwn = functions.some(({ connects }) =>
    connects?.accounts.some(({ integration }) => integration === name),
  );
  if (asking.length === 0 || makesItsOwn) return 'no auth';
  return asking.every(({ auth }) => auth.some(({ kind }) => kind === 'bearer'))
    ? 'Bearer token auth'
    : 'API key auth';
}

/** `Authentication: bearer token, user name and password (HTTP Basic).` Each kind once, in the order of the spec. */
export function authText({ apis }: IntegrationModel): string {
  const kinds = apis.flatMap(({ auth }) => auth.map(({ kind }) => authWords[kind]));
  return `Authentication: ${[...new Set(kinds)].join(', ') || authWords.none}.`;
}
