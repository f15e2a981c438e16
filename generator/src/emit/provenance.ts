import type { IntegrationModel } from '../model/model.js';

/** What the head of a generated file says. No date and no version: neither may change a file. */
export function provenance({ source }: Pick<IntegrationModel, 'source'>): string {
  return `Generated from ${source} by "pnpm generate". Do not edit.`;
}
