import type { Comparator, Node, ExpressionReference } from './ast.js';
import { functions } from './functions.js';
import { type CallHelper, type Code, writeCode } from '../javascript/code.js';
import { printLiteral, printObject } from '../javascript/literal.js';
import { printString } from '../javascript/string.js';

/** Prints an expression as JavaScript over a variable `scope`, which may stand as the body of an arrow function. */
export function printCode(node: Node): Code {
  return writeCode((call) => body(print(node, 'scope', call)));
}

type NodeOf<Kind> = Node & { readonly kind: Kind };
type Printers = {
  readonly [Kind in Node['kind']]: (node: NodeOf<Kind>, current: string, call: CallHelper) => string;
};

/** How each kind of node is spelled; `current` is code for the current node. */
const printers: Printers = {
  current: (_, current) => current,
  literal: ({ value }) => printLiteral(value),
  field: printPath,
  sub: printPath,
  pipe: ({ left, right }, current, call) => {
    const value = print(left, current, call);
    return beginsWithCurrent(right) ? print(right, value, call) : call('pipe', value, arrow(right, call));
  },
  or: printLogic,
  and: printLogic,
  not: ({ operand }, current, call) => `!${call('truthy', print(operand, current, call))}`,
  comparison: ({ operator, left, right }, current, call) => {
    const { helper, before } = comparisons[operator];
    return before + call(helper, print(left, current, call), print(right, current, call));
  },
  index: ({ left, index }, current, call) => call('at', print(left, current, call), String(index)),
  slice: ({ left, bounds, right }, current, call) =>
    call('slice', print(left, current, call), ...bounds.map(String), ...printEach(right, call)),
  project: ({ left, right }, current, call) =>
    call('project', print(left, current, call), ...printEach(right, call)),
  values: ({ left, right }, current, call) =>
    call('projectValues', print(left, current, call), ...printEach(right, call)),
  flatten: ({ left, right }, current, call) =>
    printProjected(call('flatten', print(left, current, call)), right, call),
  filter: ({ left, condition, right }, current, call) =>
    printProjected(call('filter', print(left, current, call), arrow(condition, call)), right, call),
  list: ({ items }, current, call) => `[${items.map((item) => print(item, current, call)).join(', ')}]`,
  hash: ({ entries }, current, call) =>
    printObject(entries.map(({ key, value }) => [key, print(value, current, call)])),
  call: ({ name, args }, current, call) => {
    return call(helperOf(name, args), ...args.map((argument) => printArgument(argument, current, call)));
  },
};

const comparisons: Readonly<Record<Comparator, { readonly helper: string; readonly before: '' | '!' }>> = {
  '==': { helper: 'equal', before: '' },
  '!=': { helper: 'equal', before: '!' },
  '<': { helper: 'less', before: '' },
  '<=': { helper: 'lessOrEqual', before: '' },
  '>': { helper: 'greater', before: '' },
  '>=': { helper: 'greaterOrEqual', before: '' },
};

function print<Kind extends Node['kind']>(node: NodeOf<Kind>, current: string, call: CallHelper): string {
  return printers[node.kind as Kind](node, current, call);
}

/** `a.b.c`, as one call. */
function printPath(node: NodeOf<'field' | 'sub'>, current: string, call: CallHelper): string {
  const keys: string[] = [];
  let base: Node = node;
  while (base.kind === 'sub' && base.right.kind === 'field') {
    keys.unshift(printString(base.right.name));
    base = base.left;
  }
  if (base.kind === 'field') return call('get', current, printString(base.name), ...keys);
  if (keys.length > 0) return call('get', print(base, current, call), ...keys);
  const { left, right } = base as NodeOf<'sub'>;
  return call('within', print(left, current, call), arrow(right, call));
}

/** `a || b || c`, as one call whose later operands are computed only when they are needed. */
function printLogic(node: NodeOf<'or' | 'and'>, current: string, call: CallHelper): string {
  const later: string[] = [];
  let first: Node = node;
  while (first.kind === node.kind) {
    const { left, right } = first as NodeOf<'or' | 'and'>;
    later.unshift(`() => ${body(print(right, current, call))}`);
    first = left;
  }
  return call(node.kind, print(first, current, call), ...later);
}

/** A text that is looked for needs no deep comparison, which is a good part of a small bundle. */
function helperOf(name: string, args: readonly (Node | ExpressionReference)[]): string {
  const [, search] = args;
  const isText = search?.kind === 'literal' && typeof search.value === 'string';
  return name === 'contains' && isText ? 'containsText' : functions.get(name)!.helper;
}

function printArgument(argument: Node | ExpressionReference, current: string, call: CallHelper): string {
  return argument.kind === 'reference' ? arrow(argument.body, call) : print(argument, current, call);
}

/** What a projection does with each item, unless it keeps them as they are. */
function printEach(right: Node, call: CallHelper): string[] {
  return right.kind === 'current' ? [] : [arrow(right, call)];
}

function printProjected(list: string, right: Node, call: CallHelper): string {
  return right.kind === 'current' ? list : call('project', list, arrow(right, call));
}

function arrow(node: Node, call: CallHelper): string {
  return `(v) => ${body(print(node, 'v', call))}`;
}

// Without parentheses, the brace of an object would begin a block.
function body(code: string): string {
  return code.startsWith('{') ? `(${code})` : code;
}

/** Whether a node uses the current node once, and as its first step. */
function beginsWithCurrent(node: Node): boolean {
  let first: Node = node;
  while ('left' in first && first.kind !== 'or' && first.kind !== 'and' && first.kind !== 'comparison') {
    first = first.left;
  }
  return first.kind === 'field' || first.kind === 'current';
}
