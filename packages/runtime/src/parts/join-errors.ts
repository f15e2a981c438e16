import type { ErrorRules } from '../operation.js';

/** Rules of a function before those of its integration. */
export function joinErrors(own: Partial<ErrorRules>, shared: Partial<ErrorRules> = {}): ErrorRules {
  const { when = [], message = [], hints = [] } = own;
  return {
    when: [...when, ...(shared.when ?? [])],
    message: [...message, ...(shared.message ?? [])],
    hints: [...hints, ...(shared.hints ?? [])],
  };
}
