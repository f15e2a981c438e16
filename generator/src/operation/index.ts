/** One operation, made once: a function as a tree, which is printed as TypeScript or made live. */
export { helperImports } from '../javascript/library.js';
export { usedCredentials } from './credentials.js';
export { integrationTree, type IntegrationTree } from './integration-tree.js';
export { makeOperation } from './make-operation.js';
export { operationTree } from './operation-tree.js';
export { checkCalls } from './params/check-calls.js';
export { brokenRule } from './params/param-rules.js';
export { print, type PrintedTree } from './print.js';
export { Reference, type Tree } from './tree.js';
