import { Code } from '../javascript/code.js';
import { evaluate } from '../javascript/evaluate.js';
import { helper } from '../javascript/library.js';
import { Part, Reference, type Tree, type TreeObject } from './tree.js';

/** The value that a tree has in a generated package. */
export function make(tree: Tree, resolve: (reference: Reference) => unknown = refuse): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (tree instanceof Code) return evaluate(tree);
  if (tree instanceof Reference) return resolve(tree);
  if (tree instanceof Part) {
    const part = helper(tree.name);
    if (!tree.args) return part;
    return (part as (...args: unknown[]) => unknown)(...tree.args.map((argument) => make(argument, resolve)));
  }
  if (Array.isArray(tree)) return (tree as readonly Tree[]).map((item) => make(item, resolve));
  const members = Object.entries(tree as TreeObject).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, make(value, resolve)] as const],
  );
  return Object.fromEntries(members);
}

function refuse({ to }: Reference): never {
  throw new TypeError(`there is no ${to} to refer to`);
}
