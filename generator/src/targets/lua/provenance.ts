import type { Emitted } from '../../emit/emitted.js';
import { luaComment } from '../../emit/syntax/lua.js';
import type { IntegrationModel } from '../../model/model.js';

/** The line at the head of a generated file. */
export function provenance({ source }: IntegrationModel): Emitted {
  return luaComment(`Generated from ${source.replace(/\/[^/]*$/, '')} by \`pnpm generate\`; do not edit.`);
}
