import { functionCommand } from '../call/function-help.js';
import { type CommandDescription, describeCommand } from '../command-tree/describe-command.js';
import { findFunction, findIntegration, functionOf } from '../host/find-function.js';
import { openListing } from '../host/open-catalog.js';
import type { Candidate } from './complete-value.js';

/** The functions of an integration, by their short names. */
export function functionsOf(integration: string): readonly Candidate[] {
  const found = findIntegration(openListing(), integration);
  return (found?.manifest.functions ?? []).map(({ name, title }) => ({ value: name, description: title }));
}

/** A function as a command, which a full name or an integration and a short name stand for. */
export async function describeFunction([first = '', second]: readonly string[]): Promise<
  { readonly command: CommandDescription; readonly integration: string } | undefined
> {
  const catalog = openListing();
  const owner = second === undefined ? undefined : findIntegration(catalog, first);
  if (second !== undefined && owner === undefined) return undefined;
  const known = owner ? functionOf(owner, second!) : findFunction(catalog, first);
  const { name } = known.integration.manifest;
  const { functions } = await catalog.schemas(name);
  const input = Object.hasOwn(functions, known.function.name) ? functions[known.function.name]!.input : {};
  return { integration: name, command: describeCommand(await functionCommand(catalog, known, input, '')) };
}
