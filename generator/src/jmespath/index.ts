/** JMESPath, compiled to JavaScript. */
export { childNodes } from './ast.js';
export type { Comparator, HashEntry, Node, ExpressionReference, Span } from './ast.js';
export { type Compilation, compileExpression } from './compile.js';
export { type ReferencedPath, referencedPaths } from './referenced-paths.js';
export { scopeFunction } from './scope-function.js';
