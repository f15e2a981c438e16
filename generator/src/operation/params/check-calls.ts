import type * as parts from '@kosmokrator/runtime/parts';
import type { Check, JsonSchema } from '@kosmokrator/runtime';
import { printJson, printObject } from '../../jmespath/index.js';
import type { CallPart } from '../../javascript/code.js';
import { partsLibrary } from '../../javascript/library.js';

/** A rule for arguments: a check of the runtime, and what it is made with. Without `args` it is a check as it is. */
export interface CheckCall {
  readonly check: keyof typeof parts;
  readonly args?: readonly CheckArgument[];
}

type CheckArgument =
  | { readonly json: unknown }
  | { readonly checks: readonly CheckCall[] }
  /** The checks, one after another. */
  | { readonly spread: readonly CheckCall[] }
  | { readonly members: Readonly<Record<string, readonly CheckCall[]>> };

type Schemas = readonly JsonSchema[];
type Members = Readonly<Record<string, JsonSchema>>;

const json = (...values: readonly unknown[]): CheckArgument[] => values.map((value) => ({ json: value }));
const withLimit =
  (check: CheckCall['check']) =>
  (limit: unknown): CheckCall => ({ check, args: json(limit) });

const formats: Readonly<Record<string, CheckCall['check']>> = { uuid: 'checkUuid', uuid4: 'checkUuid4' };

/** One entry a keyword. Those without one (`description`, most formats …) say nothing. */
const keywords: Readonly<
  Record<string, (rule: never, schema: JsonSchema) => CheckCall | readonly CheckCall[] | undefined>
> = {
  type: (type: string | readonly string[]) =>
    type === 'string' ? { check: 'checkString' } : { check: 'checkType', args: json(...[type].flat()) },
  enum: (values: readonly unknown[]) => ({ check: 'checkEnum', args: json(...values) }),
  const: (value: unknown) => ({ check: 'checkConst', args: json(value) }),
  minLength: (limit: number) =>
    limit === 1 ? { check: 'checkFilled' } : { check: 'checkMinLength', args: json(limit) },
  maxLength: withLimit('checkMaxLength'),
  pattern: withLimit('checkPattern'),
  format: (name: string) => (Object.hasOwn(formats, name) ? { check: formats[name]! } : undefined),
  minimum: withLimit('checkMinimum'),
  maximum: withLimit('checkMaximum'),
  exclusiveMinimum: withLimit('checkExclusiveMinimum'),
  exclusiveMaximum: withLimit('checkExclusiveMaximum'),
  multipleOf: withLimit('checkMultipleOf'),
  minItems: withLimit('checkMinItems'),
  maxItems: withLimit('checkMaxItems'),
  uniqueItems: (wanted: boolean) => (wanted ? { check: 'checkUniqueItems' } : undefined),
  items: (schema: JsonSchema) => ({ check: 'checkItems', args: [{ spread: checkCalls(schema) }] }),
  required: (names: readonly string[]) => ({ check: 'checkRequired', args: json(...names) }),
  properties: (members: Members) => ({
    check: 'checkProperties',
    args: [
      {
        members: Object.fromEntries(
          Object.entries(members).map(([name, schema]) => [name, checkCalls(schema)]),
        ),
      },
    ],
  }),
  additionalProperties(rest: boolean | JsonSchema, { properties = {} }) {
    const known = Object.keys(properties as Members);
    if (rest === true) return undefined;
    if (rest === false) return { check: 'checkNoOthers', args: json(...known) };
    return { check: 'checkOthers', args: [{ json: known }, { spread: checkCalls(rest) }] };
  },
  anyOf: (forms: Schemas) => formsCalls('checkAnyOf', forms),
  oneOf: (forms: Schemas) => formsCalls('checkOneOf', forms),
};

/** Where text does as well as a number, a number that has lost digits is refused, as `checkType` does it. */
function formsCalls(check: 'checkAnyOf' | 'checkOneOf', forms: Schemas): CheckCall[] {
  const call = { check, args: forms.map((form) => ({ checks: checkCalls(form) })) };
  const takes = (type: string) => forms.some((form) => takenTypes(form).includes(type));
  return takes('string') && takes('number') ? [call, { check: 'checkDigits' }] : [call];
}

/** The types of which a schema takes any value, or many. */
function takenTypes({ type = [], anyOf, oneOf, enum: values, const: only }: JsonSchema): string[] {
  if (values !== undefined || only !== undefined) return [];
  const forms = (anyOf ?? oneOf ?? []) as Schemas;
  return ([type].flat() as string[]).concat(forms.flatMap(takenTypes));
}

/** The checks that hold a value to a schema. `$ref`s are written out before. */
export function checkCalls(schema: JsonSchema | boolean): readonly CheckCall[] {
  if (typeof schema === 'boolean') return schema ? [loose] : [];
  const calls = inOrder(schema).flatMap(([keyword, rule]) => {
    const call = Object.hasOwn(keywords, keyword) ? keywords[keyword]!(rule as never, schema) : undefined;
    return call ?? [];
  });
  return [...calls, ...looseCalls(schema)];
}

const loose: CheckCall = { check: 'checkLoose' };

/** What a schema may have and still say nothing about a value. */
const annotations = new Set(['title', 'description', 'default', 'examples', 'deprecated']);

/** Checks of the values that a schema says nothing about: any value, items, members that it does not name. */
function looseCalls(schema: JsonSchema): readonly CheckCall[] {
  const { type = [], items, properties, additionalProperties = true } = schema;
  if (['enum', 'const', 'anyOf', 'oneOf'].some((keyword) => keyword in schema)) return [];
  const types = [type].flat() as string[];
  if (Object.keys(schema).every((keyword) => annotations.has(keyword))) return [loose];
  const calls: CheckCall[] = [];
  if (types.includes('array') && items === undefined)
    calls.push({ check: 'checkItems', args: [{ spread: [loose] }] });
  if (types.includes('object') && additionalProperties === true) {
    const known = Object.keys((properties ?? {}) as Members);
    calls.push({ check: 'checkOthers', args: [{ json: known }, { spread: [loose] }] });
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

/** Prints checks as a list. */
export function checksCode(calls: readonly CheckCall[], call: CallPart): string {
  return `[${calls.map((one) => checkCode(one, call)).join(', ')}]`;
}

function checkCode({ check, args }: CheckCall, call: CallPart): string {
  if (!args) return call(check);
  const printed = args.flatMap((argument) => {
    if ('json' in argument) return printJson(argument.json as never);
    if ('checks' in argument) return checksCode(argument.checks, call);
    if ('spread' in argument) return argument.spread.map((one) => checkCode(one, call));
    return printObject(
      Object.entries(argument.members).map(([name, checks]) => [name, checksCode(checks, call)]),
    );
  });
  return printed.length > 0 ? call(check, ...printed) : `${call(check)}()`;
}

/** The same checks, live. */
export function makeChecks(calls: readonly CheckCall[]): readonly Check[] {
  return calls.map(({ check, args }) => {
    const made = partsLibrary[check];
    if (!args) return made as Check;
    const values = args.flatMap((argument): unknown[] => {
      if ('json' in argument) return [argument.json];
      if ('checks' in argument) return [makeChecks(argument.checks)];
      if ('spread' in argument) return [...makeChecks(argument.spread)];
      const members = Object.entries(argument.members).map(([name, checks]) => [name, makeChecks(checks)]);
      return [Object.fromEntries(members)];
    });
    return (made as (...values: unknown[]) => Check)(...values);
  });
}
