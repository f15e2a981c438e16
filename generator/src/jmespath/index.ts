/** JMESPath, compiled to JavaScript. */
export { childNodes } from './ast.js';
export type { Comparator, HashEntry, Node, Reference, Span } from './ast.js';
export { type Compilation, compileExpression } from './compile.js';
export { evaluateExpression } from './evaluate.js';
export { jsString } from '../javascript/string.js';
export { printJson, printObject } from '../javascript/literal.js';
export { type ReferencedPath, referencedPaths } from './referenced-paths.js';
export { resultKeys } from './result-keys.js';
