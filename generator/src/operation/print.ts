import { Code } from '../javascript/code.js';
import { printLiteral } from '../javascript/literal.js';
import { Part, Reference, type Tree } from './tree.js';

/** A tree as TypeScript, and what a module needs to hold it. */
export interface PrintedTree {
  readonly code: string;
  /** Names of helpers of the runtime; see `helperImports`. */
  readonly helpers: readonly string[];
  /** Names that stand for references. */
  readonly references: readonly string[];
}

/** Prints a tree; `spell` gives the name under which the module knows a reference. */
export function print(tree: Tree, spell: (reference: Reference) => string): PrintedTree {
  const helpers = new Set<string>();
  const references = new Set<string>();
  const printLeaf = (value: object): string | undefined => {
    if (value instanceof Code) {
      for (const name of value.names) helpers.add(name);
      return value.code;
    }
    if (value instanceof Reference) {
      const name = spell(value);
      references.add(name);
      return name;
    }
    if (!(value instanceof Part)) return undefined;
    helpers.add(value.name);
    if (!value.args) return value.name;
    return `${value.name}(${value.args.map((argument) => printLiteral(argument, printLeaf)).join(', ')})`;
  };
  const code = printLiteral(tree, printLeaf);
  return { code, helpers: [...helpers], references: [...references] };
}
