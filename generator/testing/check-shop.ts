import { expect } from 'vitest';
import { readYaml } from '../src/load/yaml/read-yaml.js';
import type { LoadedIntegration } from '../src/load/spec-file.js';
import { createCompiler } from '../src/validate/compiler.js';
import { validateSpecs } from '../src/validate/validate-specs.js';

/** A small integration that is valid, for tests of the rules: each changes what its rule is about. */
export const integration = `
name: shop
title: Shop
category: test
description: Sells things.
vendor_docs: https://shop.example.com/docs
credentials:
  token: { type: secret, env: SHOP_TOKEN, description: The token. }
  owner: { type: string, env: SHOP_OWNER, description: The owner. }
apis:
  main: { base_url: https://api.shop.example.com, auth: [{ basic: { username: "{owner}", password: "{token}" } }] }
`;

export const fn = `
title: Get item
operation: read
description: Read one item.
request: { method: GET, path: "/items/{id}" }
params:
  id: { type: string, required: true, description: Id of the item. }
returns: { type: object, properties: { name: { type: string } } }
examples: [{ title: An apple, args: { id: i1 }, http: { status: 200, body: { name: Apple } }, result: { name: Apple } }]
`;

/** Codes and messages for one function, or several, of a small integration. */
export function check(functions: string | Record<string, string>, spec = integration): string[] {
  const named = typeof functions === 'string' ? { get_item: functions } : functions;
  const file = (path: string, text: string) => ({ path, text, value: readYaml(text).value });
  const loaded: LoadedIntegration = {
    name: 'shop',
    integration: file('integration.yaml', spec),
    functions: Object.entries(named).map(([name, text]) =>
      Object.assign(file(`${name}.yaml`, text), { name }),
    ),
    functionNames: Object.keys(named),
    neighbours: [],
    connected: new Map(),
    integrationNames: [],
    sound: true,
    version: '0.0.0',
  };
  const { findings } = validateSpecs(loaded, createCompiler());
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

/** The function with lines replaced or added. */
export function edit(...changes: [from: string | RegExp, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    const next = text.replace(from, to);
    expect(next, `the edit of ${String(from)} applies`).not.toBe(text);
    return next;
  }, fn);
}

/** A change that adds a param. */
export const param = (text: string): [string, string] => ['returns:', `  ${text}\nreturns:`];
/** A change that adds a key. */
export const line = (text: string): [string, string] => ['returns:', `${text}\nreturns:`];
/** The changes that make it a write. */
export const post: [string | RegExp, string][] = [
  ['operation: read', 'operation: write'],
  ['GET', 'POST'],
];
