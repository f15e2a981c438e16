import { isPlainObject } from '@kosmokrator/runtime/internal';
import type { JsonSchema } from '@kosmokrator/runtime';
import { UsageError } from '../errors/usage-error.js';
import { findParam, unknownFlag } from './find-param.js';
import type { Flag } from './read-words.js';
import { typedValue, typesOf } from './typed-value.js';

type Values = Record<string, unknown>;

/** Lays flags over the arguments that came as JSON. Throws a UsageError for a flag that the function has no param for. */
export function buildArguments(fn: string, input: JsonSchema, given: Values, flags: readonly Flag[]): Values {
  const args: Values = { ...given };
  for (const [name, group] of groupBy(flags)) {
    const { raw } = group[0]!;
    const found = findParam(input, name) ?? denied(input, name);
    if (!found) throw unknownFlag(raw, name, input, fn);
    const { path, schema } = found;
    put(args, path, 'value' in found ? found.value : valueOf(group, schema), raw);
  }
  return args;
}

/** `--no-tls` is false where tls is a boolean. */
function denied(input: JsonSchema, name: string) {
  const found = name.startsWith('no-') ? findParam(input, name.slice(3)) : undefined;
  return found && typesOf(found.schema).has('boolean') ? { ...found, value: false } : undefined;
}

function groupBy(flags: readonly Flag[]): Map<string, Flag[]> {
  const groups = new Map<string, Flag[]>();
  for (const flag of flags) groups.set(flag.name, [...(groups.get(flag.name) ?? []), flag]);
  return groups;
}

function valueOf(group: readonly Flag[], schema: JsonSchema): unknown {
  const types = typesOf(schema);
  const { raw } = group[0]!;
  const one = ({ value }: Flag, of: JsonSchema) => (value === undefined ? true : typedValue(value, of, raw));
  if (types.has('array') && (group.length > 1 || !types.has('string')))
    return group.map((flag) => one(flag, (schema['items'] ?? {}) as JsonSchema));
  if (group.length > 1) throw new UsageError(`${raw} is given twice; it takes one value`);
  return one(group[0]!, schema);
}

/** Sets a member of a member. `defineProperty`, so that a key `__proto__` is data like any other. */
function put(target: Values, [name = '', ...rest]: readonly string[], value: unknown, raw: string): void {
  let member = value;
  if (rest.length > 0) {
    const within = Object.hasOwn(target, name) ? target[name] : {};
    if (!isPlainObject(within)) throw new UsageError(`${raw} needs an object, and ${name} is given as none`);
    member = { ...within };
    put(member as Values, rest, value, raw);
  }
  Object.defineProperty(target, name, {
    value: member,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
