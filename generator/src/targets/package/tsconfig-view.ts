import type { Emitted } from '../../emit/emitted.js';
import { lineComment } from '../../emit/syntax/typescript.js';
import type { IntegrationModel } from '../../model/model.js';

/** `tsconfig.json`, which may hold comments. */
export interface TsconfigView {
  readonly header: Emitted;
}

export function tsconfigView({ source }: IntegrationModel): TsconfigView {
  return { header: lineComment(`Generated from ${source} by "pnpm generate". Do not edit.`) };
}
