import type { FunctionModel, IntegrationModel } from '../model/model.js';

/** Keeps what is made of each function of a model: several stages and targets ask for it. */
export function perFunction<Made>(
  make: (model: IntegrationModel, fn: FunctionModel) => Made,
): (model: IntegrationModel, fn: FunctionModel) => Made {
  const known = new WeakMap<IntegrationModel, WeakMap<FunctionModel, Made>>();
  return (model, fn) => {
    const ofModel = known.get(model) ?? new WeakMap<FunctionModel, Made>();
    known.set(model, ofModel);
    const made = ofModel.get(fn) ?? make(model, fn);
    ofModel.set(fn, made);
    return made;
  };
}
