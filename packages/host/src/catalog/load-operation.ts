import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostOperation, IntegrationDetails, Operation } from '@kosmokrator/runtime';
import { brokenIntegration } from './broken-integration.js';
import { findSpecialFile } from './find-special-file.js';
import type { InstalledIntegration } from './installed.js';

/** What `dist/operations.js` of a generated package exports: no operation is loaded until it is asked for. */
interface OperationsModule {
  readonly operations: Readonly<Record<string, () => Promise<Operation>>>;
  readonly details: IntegrationDetails;
}

/** The operation of one function: its module is loaded and no other's. Throws `broken_integration` when that fails. */
export async function loadOperation(integration: InstalledIntegration, name: string): Promise<HostOperation> {
  const { operations, details } = await loadModule(integration);
  if (!Object.hasOwn(operations, name))
    throw brokenIntegration(integration, `has a ${moduleFile(integration)} without the function ${name}`);
  let operation: Operation | undefined;
  try {
    operation = await operations[name]!();
  } catch (error) {
    throw brokenIntegration(integration, `cannot load the function ${name}`, error);
  }
  if (operation) return { ...operation, integration: details };
  throw brokenIntegration(integration, `has a module for the function ${name} that does not export it`);
}

/** What the functions of an integration share. Throws `broken_integration` when it cannot be loaded. */
export async function loadDetails(integration: InstalledIntegration): Promise<IntegrationDetails> {
  return (await loadModule(integration)).details;
}

async function loadModule(integration: InstalledIntegration): Promise<OperationsModule> {
  const file = moduleFile(integration);
  let module: Partial<OperationsModule>;
  try {
    checkOnce(integration);
    module = (await import(pathToFileURL(file).href)) as typeof module;
  } catch (error) {
    throw brokenIntegration(integration, `cannot load ${file}`, error);
  }
  const { operations, details } = module;
  if (operations && details) return { operations, details };
  throw brokenIntegration(integration, `has a ${file} that does not export operations and details`);
}

const checked = new WeakSet<InstalledIntegration>();

function checkOnce(integration: InstalledIntegration): void {
  if (checked.has(integration)) return;
  const special = findSpecialFile(integration.folder);
  if (special !== undefined) throw new Error(`${special} is not a regular file`);
  checked.add(integration);
}

function moduleFile({ folder }: InstalledIntegration): string {
  return join(folder, 'dist', 'operations.js');
}
