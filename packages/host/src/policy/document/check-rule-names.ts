import type { Catalog } from '../../catalog/catalog.js';
import { didYouMean, isKosmoError } from '@kosmokrator/runtime';
import type { Manifest } from '../../catalog/manifest.js';
import type { PolicyDocument, PolicyRule } from './policy-document.js';
import { PolicyError } from './policy-error.js';

type Known = Pick<Catalog, 'integrations' | 'integration'>;

/**
 * Throws a `PolicyError` for a rule whose names lead nowhere, since a misspelt `deny` denies nothing. A rule may name
 * an integration that is not installed or cannot be read, with any function of it; a function without an integration
 * has to be one of an installed one.
 */
export function checkRuleNames({ rules = [] }: PolicyDocument, catalog: Known, source: string): void {
  const problems = rules.flatMap((rule, index) => {
    const problem = unknownName(rule, catalog);
    return problem === undefined ? [] : [`rules[${index}].${problem}`];
  });
  if (problems.length > 0) throw new PolicyError(source, problems);
}

function unknownName({ integration, function: fn }: PolicyRule, catalog: Known): string | undefined {
  if (integration === undefined) return fn === undefined ? undefined : unknownFunction(fn, catalog);
  const owner = findOwner(integration, catalog);
  if (owner === 'broken') return undefined;
  if (owner === undefined) {
    const names = catalog.integrations.map(({ manifest }) => manifest.name);
    const hint = didYouMean(integration, names);
    return hint ? `integration: "${integration}" is not installed${hint}` : undefined;
  }
  const names = functionNames(owner);
  if (fn === undefined || names.includes(fn)) return undefined;
  return `function: ${owner.name} has no function "${fn}"${didYouMean(fn, names)}`;
}

function findOwner(integration: string, catalog: Known): Manifest | 'broken' | undefined {
  try {
    return catalog.integration(integration)?.manifest;
  } catch (error) {
    if (isKosmoError(error) && error.code === 'broken_integration') return 'broken';
    throw error;
  }
}

function unknownFunction(fn: string, { integrations }: Known): string | undefined {
  const names = integrations.flatMap(({ manifest }) => functionNames(manifest));
  if (names.includes(fn) || integrations.length === 0) return undefined;
  const hint = didYouMean(fn, names) || '; if it belongs to another integration, name that one';
  return `function: no installed integration has a function "${fn}"${hint}`;
}

function functionNames({ functions }: Manifest): string[] {
  return functions.flatMap(({ name, full_name }) => [name, full_name]);
}
