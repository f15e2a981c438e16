import type { Json } from '../../javascript/literal.js';
import type { Span } from '../ast.js';
import { ExpressionError } from '../expression-error.js';

const maxDepth = 64;

/** The value between two backticks: JSON in which a backtick is written `\``. */
export function readLiteral(text: string, at: Span): Json {
  const json = text.replace(/\\`/g, '`');
  refuse(json, at);
  try {
    return JSON.parse(json) as Json;
  } catch {
    throw new ExpressionError("the literal between backticks is not JSON; write text as 'text'", at);
  }
}

/** What JSON.parse takes without a word, but loses or cannot bear: large numbers and deep nesting. */
function refuse(json: string, at: Span): void {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\[^])*"|[[\]{}]|-?\d[\d.eE+-]*/g)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > maxDepth)
      throw new ExpressionError(`the literal is nested more than ${maxDepth} levels deep`, at);
    if (/^[-\d]/.test(token) && !isExact(token))
      throw new ExpressionError('a number in the literal is too large', at);
  }
}

function isExact(token: string): boolean {
  const value = Number(token);
  return (
    Number.isNaN(value) || (/^-?\d+$/.test(token) ? Number.isSafeInteger(value) : Number.isFinite(value))
  );
}
