import { didYouMean } from '@kosmokrator/runtime';
import { isPlainObject, quoteText } from '@kosmokrator/runtime/internal';
import { findRepeatedKey } from './find-repeated-key.js';
import { jsonProblem } from './json-problem.js';
import { effects, type PolicyDocument } from './policy-document.js';
import { PolicyError } from './policy-error.js';

/** Says what is wrong with the value at a place. */
type Check = (value: unknown, at: string) => Iterable<string>;

const selectors = ['integration', 'function', 'account', 'operation'] as const;
const longestReason = 300;

const effect = oneOf(effects);
const name: Check = function* (value, at) {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9_-]*$/.test(value))
    yield `${at} must be a name in lower case, such as "upstash"; leave ${at.slice(at.lastIndexOf('.') + 1)} out to mean all`;
};
const reason: Check = function* (value, at) {
  if (typeof value !== 'string' || value === '' || value.length > longestReason)
    yield `${at} must be text of 1 to ${longestReason} characters`;
};

const checkRule = object('a rule', {
  effect,
  integration: name,
  function: name,
  account: name,
  operation: oneOf(['read', 'write']),
  reason,
});
const checkDefaults = object('defaults', { read: effect, write: effect });
const checkDocument = object('the policy', { rules: checkRules, defaults: checkDefaults });

/** The policy in a text. Throws a `PolicyError` that tells every problem, and `source` as the place of the text. */
export function parsePolicy(text: string, source: string): PolicyDocument {
  // Editors on Windows put a byte order mark first.
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new PolicyError(source, [`is not JSON: ${jsonProblem(json)}`]);
  }
  const repeated = findRepeatedKey(text);
  if (repeated !== undefined) throw new PolicyError(source, [`${repeated} appears twice; keep one of them`]);
  return checkPolicy(value, source);
}

/** A copy of the value as a policy, or a `PolicyError` that tells every problem of it. */
export function checkPolicy(value: unknown, source = 'the policy'): PolicyDocument {
  const copy = JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
  const problems = [...checkDocument(copy, '')];
  if (problems.length > 0) throw new PolicyError(source, problems);
  return copy as PolicyDocument;
}

function* checkRules(value: unknown, at: string): Iterable<string> {
  if (!Array.isArray(value)) return yield `${at} must be a list of rules`;
  for (const [index, rule] of value.entries()) {
    const place = `${at}[${index}]`;
    yield* checkRule(rule, place);
    if (!isPlainObject(rule)) continue;
    if (!Object.hasOwn(rule, 'effect')) yield `${place} needs an effect: ${effects.join(', ')}`;
    if (!selectors.some((key) => Object.hasOwn(rule, key)))
      yield `${place} must name at least one of ${selectors.join(', ')}; use defaults to cover all calls`;
  }
}

/** Unknown keys are errors: a rule that is silently ignored protects nothing. */
function object(what: string, members: Readonly<Record<string, Check>>): Check {
  const known = Object.keys(members);
  return function* (value, at) {
    if (!isPlainObject(value)) return yield `${at || what} must be an object`;
    for (const [key, member] of Object.entries(value)) {
      const place = at ? `${at}.${key}` : key;
      if (Object.hasOwn(members, key)) yield* members[key]!(member, place);
      else {
        const shown = quoteText(key);
        yield `${at ? `${at} has` : 'there is'} an unknown key ${shown}${didYouMean(key, known) || ';'} ${what} can have ${known.join(', ')}`;
      }
    }
  };
}

function oneOf(values: readonly string[]): Check {
  return function* (value, at) {
    if (typeof value === 'string' && values.includes(value)) return;
    const near = typeof value === 'string' ? didYouMean(value, values) : '';
    yield `${at} must be one of ${values.map((one) => `"${one}"`).join(', ')}${near}`;
  };
}
