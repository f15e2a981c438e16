import { authLabel } from '../../emit/words/auth-label.js';
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

/** `Authentication: bearer token, user name and password (HTTP Basic).` Each kind once, in the order of the spec. */
export function authText({ apis }: IntegrationModel): string {
  const kinds = apis.flatMap(({ auth }) => auth.map(({ kind }) => authWords[kind]));
  return `Authentication: ${[...new Set(kinds)].join(', ') || authWords.none}.`;
}
