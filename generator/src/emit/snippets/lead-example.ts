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

/** The call that pages show first: of the first function, in the order that the spec gives. */
export function leadExample(model: IntegrationModel): ShownExample | undefined {
  return goodExamples(model)[0];
}
