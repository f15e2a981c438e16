import { didYouMean } from '@kosmokrator/runtime';
import type { Node, ExpressionReference, Span } from '../ast.js';
import { ExpressionError } from '../expression-error.js';
import { type FunctionSignature, functions } from '../functions.js';
import { printString } from '../../javascript/string.js';

/** Refuses a call of a function that does not exist, or with arguments that it does not take. */
export function checkCall(
  name: Span & { readonly name: string },
  args: readonly (Node | ExpressionReference)[],
  call: Span,
): void {
  const signature = functions.get(name.name);
  if (!signature) {
    const hint = didYouMean(name.name, [...functions.keys()]);
    throw new ExpressionError(`there is no function ${printString(name.name)}${hint}`, name);
  }
  if (args.length < signature.min || args.length > signature.max) {
    throw new ExpressionError(`${name.name}() takes ${arity(signature)}, found ${args.length}`, call);
  }
  args.forEach((argument, index) => {
    const wanted = index === signature.reference;
    if (wanted === (argument.kind === 'reference')) return;
    const rule = wanted ? 'must be an expression after `&`, such as `&name`' : 'must not begin with `&`';
    throw new ExpressionError(`argument ${index + 1} of ${name.name}() ${rule}`, argument);
  });
}

function arity({ min, max }: FunctionSignature): string {
  const plural = max === 1 ? 'argument' : 'arguments';
  if (max === Infinity) return `${min} or more ${plural}`;
  return min === max ? `${min} ${plural}` : `${min} to ${max} ${plural}`;
}
