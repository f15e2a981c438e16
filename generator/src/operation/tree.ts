import type * as parts from '@kosmokrator/runtime/parts';
import type { Code } from '../javascript/code.js';
import type { Literal } from '../javascript/literal.js';

/**
 * What an operation is made of: JSON whose leaves may be code, parts of the runtime and references. `print` spells it as a
 * module of a package; `make` turns it into the value that the module would export.
 */
export type Tree = Literal<Code | Part | Reference>;

/** Properties of an object; those that are undefined are left out. */
export type TreeObject = Readonly<Record<string, Tree>>;

/** A part of the runtime; with arguments, what it gives for them. */
export class Part {
  constructor(
    readonly name: keyof typeof parts,
    readonly args?: readonly Tree[],
  ) {}
}

/** What all functions of an integration share. `name` tells which API or credential. */
export class Reference {
  constructor(
    readonly to: 'integration' | 'errors' | 'api' | 'credential',
    readonly name: string = '',
  ) {}
}

export function part(name: Part['name']): Part {
  return new Part(name);
}

/** What a part of the runtime gives for these arguments. */
export function call(name: Part['name'], ...args: readonly Tree[]): Part {
  return new Part(name, args);
}

export function mapMembers<Value>(
  record: Readonly<Record<string, Value>>,
  toTree: (value: Value, key: string) => Tree,
): TreeObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, toTree(value, key)]));
}
