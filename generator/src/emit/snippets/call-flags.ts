import type { JsonSchema } from '@kosmokrator/runtime';
import { shellWord } from '../syntax/shell.js';
import type { ShownExample } from './lead-example.js';

/** The options of `kosmo` in a call, but for --limit, which belongs to --all. A param that is called like one is no flag. */
export const callOptions: ReadonlySet<string> = new Set(
  'account all arg curl dry_run format help json non_interactive output query quiet timeout yes'.split(' '),
);

/** The arguments of an example as flags, `--key session:42 --ex 60`; as one JSON word where a flag would not be the same. */
export function callFlags({ fn, example }: ShownExample): string {
  const flags = Object.entries(example.args).map(([name, value]) => {
    const schema = fn.params.find((param) => param.name === name)?.schema ?? {};
    return callOptions.has(name) ? undefined : flag(`--${name.replaceAll('_', '-')}`, value, schema);
  });
  if (flags.every((one) => one !== undefined)) return flags.join(' ');
  return shellWord(JSON.stringify(example.args)).text;
}

function flag(name: string, value: unknown, schema: JsonSchema): string | undefined {
  const { type, items } = schema;
  if (typeof value === 'string' && type === 'string') return withValue(name, value);
  if (typeof value === 'number' && (type === 'integer' || type === 'number'))
    return withValue(name, `${value}`);
  if (typeof value === 'boolean' && type === 'boolean') return value ? name : name.replace('--', '--no-');
  if (!Array.isArray(value) || value.length === 0 || type !== 'array') return undefined;
  const each = value.map((item) =>
    typeof item === 'boolean' ? undefined : flag(name, item, (items ?? {}) as JsonSchema),
  );
  return each.every((one) => one !== undefined) ? each.join(' ') : undefined;
}

/** A value that begins with a hyphen would be read as a flag of its own. */
function withValue(name: string, value: string): string {
  return `${name}${value.startsWith('-') ? '=' : ' '}${shellWord(value).text}`;
}
