import type { Catalog } from '../host/catalog.js';
import { didYouMean } from '../near-names.js';
import type { PolicyDocument, PolicyRule } from './policy-document.js';
import { PolicyError } from './policy-error.js';

type Known = Pick<Catalog, 'integrations'>;

/**
 * Throws a `PolicyError` for a rule whose names lead nowhere, since a misspelt `deny` denies nothing. A rule may name
 * an integration that is not installed, with any function of it; a function without an integration has to be one of
 * an installed one.
 */
export function checkRuleNames({ rules = [] }: PolicyDocument, catalog: Known, source: string): void {
  const problems = rules.flatMap((rule, index) => {
    const problem = unknownName(rule, catalog);
    return problem === undefined ? [] : [`rules[${index}].${problem}`];
  });
  if (problems.length > 0) throw new PolicyError(source, problems);
}

function unknownName({ integration, function: fn }: PolicyRule, catalog: Known): string | undefined {
  const all = catalog.integrations.map(({ manifest }) => manifest);
  const owner = all.find(({ name, namespace }) => integration === name || integration === namespace);
  if (integration !== undefined && !owner) {
    const hint = didYouMean(
      integration,
      all.map(({ name }) => name),
    );
    return hint ? `integration: "${integration}" is not installed${hint}` : undefined;
  }
  const functions = (owner ? [owner] : all).flatMap((manifest) => manifest.functions);
  const names = functions.flatMap(({ name, full_name }) => [name, full_name]);
  if (fn === undefined || names.includes(fn) || all.length === 0) return undefined;
  const hint = didYouMean(fn, names);
  return owner
    ? `function: ${owner.name} has no function "${fn}"${hint}`
    : `function: no installed integration has a function "${fn}"${hint || '; if it is one of another, name that one'}`;
}
