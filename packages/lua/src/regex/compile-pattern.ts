import { createRequire } from 'node:module';
import type { RE2JS } from 're2js';
import { patternSize } from './pattern-size.js';
import { RegexError } from './regex-error.js';

const mostPatternCharacters = 4096;
const mostGroups = 200;
/** Steps of one pattern, and of all that are kept: each takes up to a kilobyte of the worker's heap. */
const mostSteps = 10_000;
const mostCompiled = 50;

const compiled = new Map<string, RE2JS>();
let steps = 0;

/** Compiles a pattern, or gives the one that was compiled before. Throws `RegexError` for one that cannot be used. */
export function compilePattern(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern.length > mostPatternCharacters) {
    throw new RegexError(`the pattern is longer than ${mostPatternCharacters} characters`);
  }
  // Only what is far too large: for a repeated letter it is three times as much.
  if (patternSize(pattern) > 3 * mostSteps) throw tooLarge(pattern);
  const expression = parse(pattern);
  if (expression.programSize() > mostSteps) throw tooLarge(pattern);
  if (expression.groupCount() > mostGroups) {
    throw new RegexError(
      `the pattern has ${expression.groupCount()} groups; at most ${mostGroups} are allowed`,
    );
  }
  keep(pattern, expression);
  return expression;
}

function keep(pattern: string, expression: RE2JS): void {
  const size = expression.programSize();
  for (const [oldest, other] of compiled) {
    if (steps + size <= mostSteps && compiled.size < mostCompiled) break;
    steps -= other.programSize();
    compiled.delete(oldest);
  }
  steps += size;
  compiled.set(pattern, expression);
}

let engine: typeof RE2JS | undefined;

function parse(pattern: string): RE2JS {
  // A script that has no regular expressions does not wait for the engine to load.
  engine ??= (createRequire(import.meta.url)('re2js') as { RE2JS: typeof RE2JS }).RE2JS;
  try {
    return engine.compile(pattern);
  } catch (error) {
    const isDeep = error instanceof RangeError;
    const reason = isDeep
      ? 'it is nested too deeply'
      : (error as Error).message.replace(/^error parsing regexp: /, '');
    throw new RegexError(`the pattern ${quoted(pattern)} cannot be used: ${reason}`);
  }
}

function tooLarge(pattern: string): RegexError {
  return new RegexError(
    `the pattern ${quoted(pattern)} is too large: with its repetitions written out it has more than ${mostSteps} steps`,
  );
}

const mostQuoted = 200;

function quoted(pattern: string): string {
  const shown = pattern.length > mostQuoted ? `${pattern.slice(0, mostQuoted)}…` : pattern;
  return JSON.stringify(shown);
}
