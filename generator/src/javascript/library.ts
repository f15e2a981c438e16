import * as parts from '@kosmokrator/runtime/parts';
import * as select from '@kosmokrator/runtime/select';

/** What a module takes from another. */
export interface NamedImport {
  readonly from: string;
  readonly values: readonly string[];
}

// Copies: reading from a module's namespace takes many times longer.
const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '@kosmokrator/runtime/parts': { ...parts },
  '@kosmokrator/runtime/select': { ...select },
};
const helpers: Readonly<Record<string, unknown>> = Object.assign({}, ...Object.values(modules));

/** A helper of the runtime by its name. */
export function helper(name: string): unknown {
  if (!Object.hasOwn(helpers, name)) throw new TypeError(`the runtime has no helper ${JSON.stringify(name)}`);
  return helpers[name];
}

/** What a module that uses these helpers takes from each module of the runtime. */
export function helperImports(names: readonly string[]): NamedImport[] {
  for (const name of names) helper(name);
  return Object.entries(modules).map(([from, exports]) => ({
    from,
    values: names.filter((name) => Object.hasOwn(exports, name)),
  }));
}
