/** What to do instead of a key: `known` are those that the mapping can have. */
type OtherWord = (known: readonly string[], data: unknown) => string | undefined;

/** Guesses the key that a shorter word stands for, where a mapping has such a key. */
function meant(own: (type: unknown) => string): OtherWord {
  return (known, data) => {
    const key = own((data as { type?: unknown }).type);
    return known.includes(key) ? `Did you mean \`${key}\`?` : undefined;
  };
}

/** `minimum`, `minLength` or `minItems`, as the type of the schema has it. */
function limitOf(word: 'min' | 'max'): OtherWord {
  const ends: Readonly<Record<string, string>> = { string: 'Length', array: 'Items' };
  return meant((type) => `${word}${ends[String(type)] ?? 'imum'}`);
}

/** What to do in a schema, which is where other dialects have the key. */
function inSchema(help: string): OtherWord {
  return (known) => (known.includes('minLength') ? help : undefined);
}

/** A keyword of JSON Schema that the language leaves out. */
function lacking(key: string): OtherWord {
  return inSchema(`The spec language does not have \`${key}\`. Remove it, and say it in \`description\`.`);
}

const left =
  'title readOnly writeOnly deprecated patternProperties minProperties maxProperties prefixItems contains if';

/** Keys that other dialects of JSON Schema have, or that authors guess. */
export const otherWords: Readonly<Record<string, OtherWord>> = {
  ...Object.fromEntries(left.split(' ').map((key) => [key, lacking(key)])),
  min: limitOf('min'),
  max: limitOf('max'),
  desc: meant(() => 'description'),
  optional: meant(() => 'required'),
  example: inSchema('Put values under `examples` of the function.'),
  nullable: () => 'Add null to the type: `type: [string, "null"]`.',
  allOf: () => 'The spec language does not have `allOf`. Write all properties in one schema.',
  not: () => 'The spec language does not have `not`. Say what is allowed, with `enum` or `pattern`.',
  $defs: () => 'Put shared schemas under `types` in integration.yaml.',
  definitions: () => 'Put shared schemas under `types` in integration.yaml.',
};
