import { inspect } from 'node:util';

/** Everything that a program may do with a value or an error, as text. */
export function show(value: unknown): string {
  const all = [
    String(value),
    `${inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null })}`,
    JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member)),
  ];
  if (value instanceof Error) all.push(value.message, value.stack ?? '', show(value.cause));
  return all.join('\n');
}
