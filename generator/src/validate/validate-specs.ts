import type { FunctionFile, LoadedIntegration, SpecFile } from '../load/spec-file.js';
import type { FunctionSpec, IntegrationSpec } from '../spec/spec.js';
import { checkFunctionForm, checkIntegrationForm } from './form/check-form.js';
import type { Compiler } from './compiler.js';
import type { SpecContext } from './context.js';
import type { Finding } from './finding.js';
import { rules } from './rules/index.js';

export interface Validation {
  readonly findings: readonly Finding[];
  /** Files of the right form; undefined when integration.yaml is not. */
  readonly context: SpecContext | undefined;
}

/** Checks the form of every file, then each rule over the files that have it. */
export function validateSpecs(loaded: LoadedIntegration, compile: Compiler): Validation {
  const found: Iterable<Finding>[] = [];
  const checked = (findings: readonly Finding[]) => {
    found.push(findings);
    return findings.length === 0;
  };
  const valid = checked(checkIntegrationForm(loaded.integration));
  const functions = loaded.functions.filter((file): file is FunctionFile<FunctionSpec> =>
    checked(checkFunctionForm(file)),
  );
  if (!valid) return { findings: join(found), context: undefined };
  const context: SpecContext = {
    folder: loaded.name,
    integration: loaded.integration as SpecFile<IntegrationSpec>,
    functions,
    functionNames: loaded.functionNames,
    neighbours: loaded.neighbours,
    connected: loaded.connected,
    integrationNames: loaded.integrationNames,
    complete: functions.length === loaded.functionNames.length,
    compile,
  };
  for (const rule of rules) found.push(rule(context));
  return { findings: join(found), context };
}

/** A spread would end in a stack overflow for what a hostile file can cause. */
function join(lists: readonly Iterable<Finding>[]): Finding[] {
  const all: Finding[] = [];
  for (const list of lists) for (const finding of list) all.push(finding);
  return all;
}
