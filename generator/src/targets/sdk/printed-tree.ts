import { Emitted } from '../../emit/emitted.js';
import { sdkNames } from '../../emit/sdk-names.js';
import { identifier } from '../../emit/syntax/typescript.js';
import type { IntegrationModel } from '../../model/model.js';
import { print, type Reference, type Tree } from '../../operation/index.js';

/** A tree of an operation in a module of the SDK. */
export interface PrintedData {
  readonly data: Emitted;
  /** What it takes of the runtime. */
  readonly helpers: readonly string[];
  /** What it takes from `integration.ts`. */
  readonly shared: readonly string[];
}

/** Prints a tree with the names that the SDK gives to what functions share. */
export function printTree(model: IntegrationModel, tree: Tree): PrintedData {
  const { apis, credentials } = sdkNames(model);
  const spell = ({ to, name }: Reference) => {
    if (to === 'integration' || to === 'errors') return to;
    return identifier((to === 'api' ? apis : credentials).get(name)!).text;
  };
  const { code, helpers, references } = print(tree, spell);
  // The code is the generator's own; texts of a spec are string literals in it.
  return { data: new Emitted(code), helpers, shared: references };
}
