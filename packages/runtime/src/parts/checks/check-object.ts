import { isPlainObject } from '../../text/copy-json.js';
import { refuse } from '../../error.js';
import { didYouMean } from '../../text/near-names.js';
import type { Check } from '../../operation.js';
import { quoteText } from '../../text/show-text.js';
import { checkAll } from './check-form.js';

/** `required`: the object has these members. */
export function checkRequired(...names: readonly string[]): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return;
    for (const name of names) if (!Object.hasOwn(value, name)) refuse(`${path}.${name}`, 'is required');
  };
}

/** `properties`: each of these members, where it is given, holds to its rules. */
export function checkProperties(members: Readonly<Record<string, readonly Check[]>>): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return undefined;
    return mapMembers(value, (member, name) =>
      Object.hasOwn(members, name) ? checkAll(members[name]!, member, `${path}.${name}`) : member,
    );
  };
}

/** `additionalProperties: false`: the object has no member but these. */
export function checkNoOthers(...known: readonly string[]): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return;
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) refuse(path, `has no field ${quoteText(name)}${didYouMean(name, known)}`);
    }
  };
}

/** `additionalProperties`: every member but those known holds to the rules. */
export function checkOthers(known: readonly string[], ...checks: readonly Check[]): Check {
  return (value, path) => {
    if (!isPlainObject(value)) return undefined;
    return mapMembers(value, (member, name) =>
      known.includes(name) ? member : checkAll(checks, member, `${path}.${name}`),
    );
  };
}

function mapMembers(
  value: Readonly<Record<string, unknown>>,
  map: (member: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, map(member, name)]));
}
