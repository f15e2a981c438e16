import { describe, expect, test } from 'vitest';
import { readKitchenSink, readSpecs } from '../../fixtures/read-specs.js';
import { exampleModel } from '../../fixtures/example-model.js';
import { Code } from '../javascript/code.js';
import { helper } from '../javascript/library.js';
import { scopeFunction } from '../jmespath/index.js';
import { expressionsOf } from './credentials.js';
import { integrationTree } from './integration-tree.js';
import { make } from './make.js';
import { makeOperation } from './make-operation.js';
import { operationTree } from './operation-tree.js';
import { print } from './print.js';
import { call, Part, part, Reference, type Tree } from './tree.js';

const models = [exampleModel(), await readKitchenSink(), ...(await readSpecs())];
const functions = models.flatMap((model) =>
  model.functions.map((fn) => [`${model.name} ${fn.name}`, model, fn] as const),
);

const spell = ({ to, name }: Reference) => `${to}_${name}`;
const stand = (reference: Reference) => ({ [spell(reference)]: true });

/** What a module with this tree in it would export. */
function evaluatePrinted(tree: Tree): unknown {
  const { code, helpers, references } = print(tree, spell);
  const names = [...helpers, ...references];
  const values = [...helpers.map(helper), ...references.map((name) => ({ [name]: true }))];
  // oxlint-disable-next-line no-new-func
  return new Function(...names, `'use strict'; return ${code};`)(...values);
}

/** Functions as their source text, so that values that hold some can be compared. */
function show(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'function' ? `function ${String(member)}` : member,
  );
}

describe.each(functions)('%s', (_, model, fn) => {
  const tree = operationTree(model, fn);

  test('comes to the same value when it is printed as when it is made', () => {
    expect(show(evaluatePrinted(tree))).toBe(show(make(tree, stand)));
  });

  test('is live with the values that its integration has', () => {
    const operation = makeOperation(model, fn);
    expect(operation.integration).toEqual({ name: model.name, redact: model.redact });
    expect(Object.keys(operation.params)).toEqual(fn.params.map(({ name }) => name));
    expect(operation.steps.map(({ api }) => api.name)).toEqual(fn.steps.map(({ api }) => api));
    expect(makeOperation(model, fn).integration).toBe(operation.integration);
  });

  test('has each expression that is listed, and no other', () => {
    const listed = expressionsOf(model, fn).map((expression) => scopeFunction(expression).code);
    const held = [...codesOf([tree, integrationTree(model).errors])].filter((code) =>
      code.startsWith('(scope)'),
    );
    expect(held.toSorted()).toEqual(listed.toSorted());
  });
});

function* codesOf(tree: Tree): Iterable<string> {
  if (tree instanceof Code) yield tree.code;
  else if (tree instanceof Part) yield* codesOf(tree.args ?? []);
  else if (typeof tree === 'object' && tree !== null && !(tree instanceof Reference))
    for (const member of Object.values(tree)) yield* codesOf(member as Tree);
}

test('a tree is printed with what it needs', () => {
  const tree = {
    a: call('checkEnum', 'x', null),
    b: part('copyJson'),
    c: call('checkNoOthers'),
    d: undefined,
  };
  expect(print({ ...tree, e: new Reference('api', 'x'), copyJson: part('copyJson') }, spell)).toEqual({
    code: `{ a: checkEnum('x', null), b: copyJson, c: checkNoOthers(), e: api_x, copyJson }`,
    helpers: ['checkEnum', 'copyJson', 'checkNoOthers'],
    references: ['api_x'],
  });
});

test('a reference that nothing gives a value is a bug', () => {
  expect(() => make([new Reference('errors')])).toThrow('there is no errors to refer to');
});
