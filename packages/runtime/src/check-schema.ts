import { encodeJson } from './encode-json.js';
import { isPlainObject } from './copy-json.js';
import { didYouMean } from './near-names.js';
import type { JsonSchema } from './operation.js';
import { quoteText } from './show-text.js';
import { Violation } from './violation.js';

const typeTests: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' || typeof value === 'bigint',
  integer: (value) => Number.isInteger(value) || typeof value === 'bigint',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isPlainObject,
};

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

type Rule = (value: never, rule: never, path: string, schema: JsonSchema) => void;

function breaks(path: string, rule: string): never {
  throw new Violation(path, rule);
}

const article = (type: string) => `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = typeTests['number']!;

function length(value: unknown): number {
  return isText(value) ? [...value].length : (value as unknown[]).length;
}

const bound =
  (
    applies: (value: unknown) => boolean,
    holds: (value: never, limit: never) => boolean,
    words: string,
  ): Rule =>
  (value: unknown, limit: unknown, path) => {
    if (applies(value) && !holds(value as never, limit as never))
      breaks(
        path,
        (limit === 1 ? words.replace(/s$/, '') : words).replace('%', () => String(limit)),
      );
  };

const count = (value: unknown, limit: number) => length(value) - limit;

/** One entry a keyword. A rule that does not apply to the value's type holds, as JSON Schema has it. */
const rules: Record<string, Rule> = {
  type(value: unknown, type: string | readonly string[], path) {
    const types = typeof type === 'string' ? [type] : type;
    if (!types.some((name) => typeTests[name]?.(value)))
      breaks(path, `must be ${types.map(article).join(' or ')}`);
  },
  enum(value: unknown, allowed: readonly unknown[], path) {
    const texts = allowed.map(encodeJson);
    if (!texts.includes(encodeJson(value))) breaks(path, `must be one of ${texts.join(', ')}`);
  },
  const(value: unknown, only: unknown, path) {
    if (encodeJson(value) !== encodeJson(only)) breaks(path, `must be ${encodeJson(only)}`);
  },
  minLength: bound(isText, (value, limit) => count(value, limit) >= 0, 'must have at least % characters'),
  maxLength: bound(isText, (value, limit) => count(value, limit) <= 0, 'must have at most % characters'),
  pattern: bound(isText, (value, source) => new RegExp(source, 'u').test(value), 'must match %'),
  format: bound(isText, (value, name) => formats[name]?.test(value) ?? true, 'must be a %'),
  minimum: bound(isNumber, (value, limit) => value >= limit, 'must be at least %'),
  maximum: bound(isNumber, (value, limit) => value <= limit, 'must be at most %'),
  exclusiveMinimum: bound(isNumber, (value, limit) => value > limit, 'must be greater than %'),
  exclusiveMaximum: bound(isNumber, (value, limit) => value < limit, 'must be less than %'),
  multipleOf: bound(isNumber, isMultiple, 'must be a multiple of %'),
  minItems: bound(Array.isArray, (value, limit) => count(value, limit) >= 0, 'must have at least % items'),
  maxItems: bound(Array.isArray, (value, limit) => count(value, limit) <= 0, 'must have at most % items'),
  uniqueItems: bound(
    Array.isArray,
    (value: unknown[], wanted) => !wanted || new Set(value.map(encodeJson)).size === value.length,
    'must not repeat an item',
  ),
  items(value: unknown, schema: JsonSchema, path) {
    if (Array.isArray(value)) value.forEach((item, index) => checkSchema(item, schema, `${path}[${index}]`));
  },
  required(value: unknown, names: readonly string[], path) {
    if (!isPlainObject(value)) return;
    for (const name of names) if (!Object.hasOwn(value, name)) breaks(`${path}.${name}`, 'is required');
  },
  properties(value: unknown, schemas: Record<string, JsonSchema>, path) {
    if (!isPlainObject(value)) return;
    for (const [name, schema] of Object.entries(schemas)) {
      if (Object.hasOwn(value, name)) checkSchema(value[name], schema, `${path}.${name}`);
    }
  },
  additionalProperties(value: unknown, rest: boolean | JsonSchema, path, { properties }) {
    if (!isPlainObject(value) || rest === true) return;
    const known = Object.keys((properties ?? {}) as object);
    for (const name of Object.keys(value).filter((key) => !known.includes(key))) {
      if (rest === false) breaks(path, `has no member ${quoteText(name)}${didYouMean(name, known)}`);
      checkSchema(value[name], rest, `${path}.${name}`);
    }
  },
  anyOf(value: unknown, options: readonly JsonSchema[], path) {
    const violations = options.map((schema) => violation(value, schema, path));
    if (violations.every(Boolean))
      breaks(path, [...new Set(violations.map((found) => found!.rule))].join(', or '));
  },
  oneOf(value: unknown, options: readonly JsonSchema[], path, schema) {
    rules['anyOf']!(value as never, options as never, path, schema);
    const holding = options.filter((option) => !violation(value, option, path));
    if (holding.length > 1) breaks(path, 'must match exactly one of its forms');
  },
};

function isMultiple(value: number | bigint, step: number): boolean {
  if (typeof value === 'bigint') return Number.isInteger(step) ? value % BigInt(step) === 0n : true;
  const quotient = value / step;
  // 0.3 / 0.1 is 2.9999999999999996.
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}

function violation(value: unknown, schema: JsonSchema, path: string): Violation | undefined {
  try {
    checkSchema(value, schema, path);
    return undefined;
  } catch (error) {
    if (error instanceof Violation) return error;
    throw error;
  }
}

/** Throws the first `Violation`. Keywords without a rule here (`description`, `examples` …) say nothing. */
export function checkSchema(value: unknown, schema: JsonSchema, path: string): void {
  for (const [keyword, rule] of Object.entries(schema)) {
    if (Object.hasOwn(rules, keyword)) rules[keyword]!(value as never, rule as never, path, schema);
  }
}

export function matchesSchema(value: unknown, schema: JsonSchema): boolean {
  return !violation(value, schema, '');
}
