import type { JsonSchema } from '@kosmokrator/runtime';
import { call, mapMembers, part, type Part, type Tree } from '../tree.js';

type Schemas = readonly JsonSchema[];
type Members = Readonly<Record<string, JsonSchema>>;

const withLimit = (check: Part['name']) => (limit: Tree) => call(check, limit);

const formats: Readonly<Record<string, Part['name']>> = { uuid: 'checkUuid', uuid4: 'checkUuid4' };

/** One entry a keyword. Those without one (`description`, most formats …) say nothing. */
const keywords: Readonly<
  Record<string, (rule: never, schema: JsonSchema) => Part | readonly Part[] | undefined>
> = {
  type: (type: string | readonly string[]) =>
    type === 'string' ? part('checkString') : call('checkType', ...[type].flat()),
  enum: (values: readonly Tree[]) => call('checkEnum', ...values),
  const: (value: Tree) => call('checkConst', value),
  minLength: (limit: number) => (limit === 1 ? part('checkFilled') : call('checkMinLength', limit)),
  maxLength: withLimit('checkMaxLength'),
  pattern: withLimit('checkPattern'),
  format: (name: string) => (Object.hasOwn(formats, name) ? part(formats[name]!) : undefined),
  minimum: withLimit('checkMinimum'),
  maximum: withLimit('checkMaximum'),
  exclusiveMinimum: withLimit('checkExclusiveMinimum'),
  exclusiveMaximum: withLimit('checkExclusiveMaximum'),
  multipleOf: withLimit('checkMultipleOf'),
  minItems: withLimit('checkMinItems'),
  maxItems: withLimit('checkMaxItems'),
  uniqueItems: (wanted: boolean) => (wanted ? part('checkUniqueItems') : undefined),
  items: (schema: JsonSchema) => call('checkItems', ...checkCalls(schema)),
  required: (names: readonly string[]) => call('checkRequired', ...names),
  properties: (members: Members) =>
    call(
      'checkProperties',
      mapMembers(members, (schema) => checkCalls(schema)),
    ),
  additionalProperties(rest: boolean | JsonSchema, { properties = {} }) {
    const known = Object.keys(properties as Members);
    if (rest === true) return undefined;
    if (rest === false) return call('checkNoOthers', ...known);
    return call('checkOthers', known, ...checkCalls(rest));
  },
  anyOf: (forms: Schemas) => formsCalls('checkAnyOf', forms),
  oneOf: (forms: Schemas) => formsCalls('checkOneOf', forms),
};

/** Where text does as well as a number, a number that has lost digits is refused, as `checkType` does it. */
function formsCalls(check: 'checkAnyOf' | 'checkOneOf', forms: Schemas): Part[] {
  const one = call(check, ...forms.map((form) => checkCalls(form)));
  const takes = (type: string) => forms.some((form) => takenTypes(form).includes(type));
  return takes('string') && takes('number') ? [one, part('checkDigits')] : [one];
}

/** The types of which a schema takes any value, or many. */
function takenTypes({ type = [], anyOf, oneOf, enum: values, const: only }: JsonSchema): string[] {
  if (values !== undefined || only !== undefined) return [];
  const forms = (anyOf ?? oneOf ?? []) as Schemas;
  return ([type].flat() as string[]).concat(forms.flatMap(takenTypes));
}

/** The checks that hold a value to a schema. `$ref`s are written out before. */
export function checkCalls(schema: JsonSchema | boolean): readonly Part[] {
  if (typeof schema === 'boolean') return schema ? [loose] : [];
  const calls = inOrder(schema).flatMap(([keyword, rule]) => {
    return (Object.hasOwn(keywords, keyword) && keywords[keyword]!(rule as never, schema)) || [];
  });
  return [...calls, ...looseCalls(schema)];
}

const loose = part('checkLoose');

/** Keywords that do not restrict a value. */
const annotations = new Set(['title', 'description', 'default', 'examples', 'deprecated']);

/** Checks of the values that a schema says nothing about: any value, items, members that it does not name. */
function looseCalls(schema: JsonSchema): readonly Part[] {
  const { type = [], items, properties, additionalProperties = true } = schema;
  if (['enum', 'const', 'anyOf', 'oneOf'].some((keyword) => keyword in schema)) return [];
  const types = [type].flat() as string[];
  if (Object.keys(schema).every((keyword) => annotations.has(keyword))) return [loose];
  const calls: Part[] = [];
  if (types.includes('array') && items === undefined) calls.push(call('checkItems', loose));
  if (types.includes('object') && additionalProperties === true) {
    const known = Object.keys((properties ?? {}) as Members);
    calls.push(call('checkOthers', known, loose));
  }
  return calls;
}

/**
 * `type` comes first: digits that it takes as text are a number for the rules after it. `pattern` comes last: one that
 * backtracks is permitted for texts that are no longer than `maxLength`.
 */
function inOrder(schema: JsonSchema): [keyword: string, rule: unknown][] {
  const place = (keyword: string) => Number(keyword === 'pattern') - Number(keyword === 'type');
  return Object.entries(schema).toSorted(([a], [b]) => place(a) - place(b));
}
