import type { Catalog, InstalledFunction } from '@kosmokrator/host';
import { parseReference } from '@kosmokrator/host/reference';
import type { JsonSchema } from '@kosmokrator/runtime';
import { Command, Option } from 'commander';
import { propertiesOf } from '../arguments/find-param.js';
import { addOwnOptions } from '../arguments/add-own-options.js';
import { ownOptions } from '../arguments/own-options.js';
import { typesOf } from '../arguments/typed-value.js';
import { addExamples } from '../terminal/add-examples.js';

/** One function as a command: an example, what it does, its params as flags, and the options of every call. */
export async function functionCommand(
  catalog: Catalog,
  known: InstalledFunction,
  input: JsonSchema,
  command: string,
): Promise<Command> {
  const help = new Command(command)
    .usage('[json] [options]')
    .description(await describe(catalog, known))
    .helpOption(false);
  const required = new Set((input['required'] ?? []) as readonly string[]);
  for (const [index, [name, schema]] of Object.entries(propertiesOf(input)).entries())
    help.addOption(paramOption(index, name, schema, required.has(name)).helpGroup('Params:'));
  addOwnOptions(help);
  return addExamples(help, [exampleOf(command, input, required)]);
}

/** Commander would take a param's name for an option, and refuse one that `kosmo` has. */
function paramOption(index: number, name: string, schema: JsonSchema, required: boolean): Option {
  const type = [...typesOf(schema)].filter((one) => one !== 'null').join('|') || 'value';
  const { enum: values, default: fallback, description = '' } = schema;
  const own = Object.hasOwn(ownOptions, name) && !ownOptions[name]!.withAll;
  const flag = own ? `--arg ${name}=` : `--${name.replaceAll('_', '-')}`;
  const more = type === 'array' ? ' May be repeated.' : '';
  const option = new Option(
    `--param-${index} <value>`,
    `${String(description)}${more}${required ? ' Required.' : ''}`.trim(),
  );
  option.flags = type === 'boolean' ? flag : `${flag}${own ? '' : ' '}<${type}>`;
  option.variadic = type === 'array';
  option.mandatory = required;
  if (Array.isArray(values)) option.choices(values.map(String));
  if (fallback !== undefined) option.default(fallback);
  return option;
}

function exampleOf(command: string, input: JsonSchema, required: ReadonlySet<string>): string {
  const flags = [...required].map((name) => {
    const types = typesOf(propertiesOf(input)[name] ?? {});
    const value = types.size === 0 || types.has('string') ? 'TEXT' : types.has('boolean') ? '' : 'VALUE';
    return `--${name.replaceAll('_', '-')} ${value}`.trim();
  });
  return [command, ...flags].join(' ');
}

/** In the words of its reference; a package without one has a title at least. */
async function describe(catalog: Catalog, { integration, function: fn }: InstalledFunction): Promise<string> {
  const kind = `(${fn.operation}${fn.destructive ? ', may overwrite or delete' : ''})`;
  try {
    const text = await catalog.readFile(integration.manifest.name, 'reference.json');
    const documented = parseReference(text, integration).functions.find(({ name }) => name === fn.name);
    return `${documented?.description ?? fn.title} ${kind}`;
  } catch {
    return `${fn.title} ${kind}`;
  }
}
