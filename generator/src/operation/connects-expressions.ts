import type { CompiledExpression, ConnectsModel } from '../model/model.js';

/** Every expression of a `connects`. */
export function connectsExpressions(connects: ConnectsModel | undefined): (CompiledExpression | undefined)[] {
  const values = connects?.accounts.flatMap(({ credentials }) => credentials.map(({ value }) => value)) ?? [];
  return [connects?.id, connects?.expires, ...values];
}
