import type { FunctionModel } from '../model/model.js';

/** The part of the runtime that sends the requests of a function. */
export function runnerOf({ steps, paginate }: FunctionModel): 'runRequest' | 'runSteps' | 'runPages' {
  if (paginate) return 'runPages';
  const depends = steps.some((step) => step.when !== undefined || Object.keys(step.with).length > 0);
  return steps.length > 1 || depends ? 'runSteps' : 'runRequest';
}

/** Whether a misspelled param is answered with the nearest names: up to four are listed instead. */
export function suggestsParams({ params }: FunctionModel): boolean {
  return params.length > 4;
}
