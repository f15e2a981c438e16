import type { Operation } from './operation.js';

/** The param that carries the key of a keyed function. */
export function keyParam({ key, params }: Pick<Operation, 'key' | 'params'>): string | undefined {
  return key ?? Object.keys(params).find((param) => params[param]!.generate);
}
