import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { lineComment } from '../../emit/syntax/typescript.js';
import type { IntegrationModel } from '../../model/model.js';

/** `tsconfig.json`, which may hold comments. */
export interface TsconfigView {
  readonly header: Emitted;
}

export function tsconfigView(model: IntegrationModel): TsconfigView {
  return { header: lineComment(provenance(model)) };
}
