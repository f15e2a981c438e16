import type { FunctionModel } from '../model/model.js';

/** The part of the runtime that sends the requests of a function. */
export function runnerOf({ steps, paginate, select }: FunctionModel): 'runRequest' | 'runSteps' | 'runPages' {
  if (paginate) return 'runPages';
  const depends = steps.some((step) => step.when !== undefined || Object.keys(step.with).length > 0);
  const byName = readsSteps.test(select?.source ?? '');
  return steps.length > 1 || depends || byName ? 'runSteps' : 'runRequest';
}

/** An expression that reads the reply of a step by the step's name: `steps.teams.body`. */
const readsSteps = /(?<![.\w])steps\s*\./;

/** Whether a misspelled param is answered with the nearest names: up to four are listed instead. */
export function suggestsParams({ params }: FunctionModel): boolean {
  return params.length > 4;
}
