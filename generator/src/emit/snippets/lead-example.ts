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

/** The call that shows accounts: of a function that needs credentials, and reads if there is such a one. */
export function accountExample(model: IntegrationModel): ShownExample | undefined {
  const fn = accountFunction(model);
  return goodExamples(model).find((shown) => shown.fn === fn) ?? leadExample(model);
}

/** A function that needs credentials, and reads if there is such a one; else the first. */
export function accountFunction({ apis, functions }: IntegrationModel): FunctionModel | undefined {
  const open = new Set(
    apis.filter(({ auth }) => auth.every(({ kind }) => kind === 'none')).map(({ name }) => name),
  );
  const closed = functions.filter(({ steps }) => steps.some(({ api }) => !open.has(api)));
  return closed.find(({ kind }) => kind === 'read') ?? closed[0] ?? functions[0];
}
