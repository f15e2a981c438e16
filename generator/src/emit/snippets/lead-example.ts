import type { ExampleModel, FunctionModel, IntegrationModel } from '../../model/model.js';

/** A function with one of its examples. */
export interface ShownExample {
  readonly fn: FunctionModel;
  readonly example: ExampleModel;
}

/** The examples that return something, in the order of the functions. */
export function goodExamples({ functions }: IntegrationModel): ShownExample[] {
  return functions.flatMap((fn) =>
    fn.examples.filter(({ error }) => error === undefined).map((example) => ({ fn, example })),
  );
}

/** The call that is shown first: of a function that reads and takes arguments, if there is one. */
export function leadExample(model: IntegrationModel): ShownExample | undefined {
  const good = goodExamples(model);
  const reads = good.filter(({ fn }) => fn.kind === 'read');
  return reads.find(({ example }) => Object.keys(example.args).length > 0) ?? reads[0] ?? good[0];
}
