import type { JsonSchema } from '@kosmokrator/runtime';
import { choose, flag, listOf, mapOf, oneOf, ref, text } from './schema-parts.js';

const typeNames = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'];
const formats = [
  'uuid',
  'uuid4',
  'uri',
  'date-time',
  'date',
  'time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
];
/** Most members and values that a schema may list: generated code names each. */
const most = 100_000;
const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description });
const number = (description: string): JsonSchema => ({ type: 'number', description });

/** The keywords of JSON Schema 2020-12 that specs use; every surface understands each of them. */
export const valueKeywords: Readonly<Record<string, JsonSchema>> = {
  type: {
    type: ['string', 'array'],
    description: 'The JSON type of the value, or a list of types.',
    ...choose(
      { type: 'string' },
      { enum: typeNames },
      { items: { type: 'string', enum: typeNames }, minItems: 1, uniqueItems: true },
    ),
  },
  description: text('What the value means, for people and agents.'),
  enum: { type: 'array', minItems: 1, maxItems: most, description: 'The only values that are allowed.' },
  const: { description: 'The only value that is allowed.' },
  minLength: count('The minimum length of a text, in characters.'),
  maxLength: count('The maximum length of a text, in characters.'),
  pattern: text(
    'A regular expression that must match somewhere in the text. Use `^` and `$` to match the whole text. The time to match must not grow faster than the text.',
  ),
  format: oneOf(
    'The format of a text. Only uuid and uuid4 (version 4) are checked in arguments. The others are documentation.',
    formats,
  ),
  minimum: number('The minimum value.'),
  maximum: number('The maximum value.'),
  exclusiveMinimum: number('The value must be greater than this.'),
  exclusiveMaximum: number('The value must be less than this.'),
  multipleOf: { type: 'number', exclusiveMinimum: 0, description: 'The value must be a multiple of this.' },
  items: ref('schema'),
  minItems: count('The minimum number of items.'),
  maxItems: count('The maximum number of items.'),
  uniqueItems: flag('Whether all items must be different.'),
  properties: mapOf('The members of an object, by name.', ref('schema'), '^', { maxProperties: most }),
  additionalProperties: {
    type: ['boolean', 'object'],
    description:
      'Whether an object can have other members than those listed, or the schema of these. Default: true.',
    ...choose({ type: 'object' }, ref('schema')),
  },
  anyOf: listOf('The value must match at least one of these.', ref('schema')),
  oneOf: listOf('The value must match exactly one of these.', ref('schema')),
  $ref: text('A shared schema in integration.yaml: `#/types/Name`.', { pattern: '^#/types/[A-Za-z0-9_]+$' }),
};

const requiredMembers: JsonSchema = {
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
  description: 'The members that an object must have.',
};

/** A schema inside a spec: of a result, a type, or a part of a param. */
export const valueSchema: JsonSchema = {
  type: 'object',
  description: 'A JSON Schema. Only some keywords are available.',
  properties: { ...valueKeywords, required: requiredMembers },
  additionalProperties: false,
};
