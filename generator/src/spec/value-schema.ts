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
/** Of members and values: generated code names each. */
const most = 100_000;
const count = (description: string): JsonSchema => ({ type: 'integer', minimum: 0, description });
const number = (description: string): JsonSchema => ({ type: 'number', description });

/** The keywords of JSON Schema 2020-12 that specs use; every surface understands each of them. */
export const valueKeywords: Readonly<Record<string, JsonSchema>> = {
  type: {
    type: ['string', 'array'],
    description: 'JSON type of the value, or a list of types.',
    ...choose(
      { type: 'string' },
      { enum: typeNames },
      { items: { type: 'string', enum: typeNames }, minItems: 1, uniqueItems: true },
    ),
  },
  description: text('What the value means, for people and agents.'),
  enum: { type: 'array', minItems: 1, maxItems: most, description: 'The only values that are allowed.' },
  const: { description: 'The only value that is allowed.' },
  minLength: count('Least length of a text, in characters.'),
  maxLength: count('Greatest length of a text, in characters.'),
  pattern: text(
    'Regular expression that a text matches somewhere; `^` and `$` make it match whole. It may not backtrack.',
  ),
  format: oneOf(
    'Form of a text. Arguments are checked for uuid and uuid4 (version 4); the others are notes.',
    formats,
  ),
  minimum: number('Least value.'),
  maximum: number('Greatest value.'),
  exclusiveMinimum: number('The value is greater than this.'),
  exclusiveMaximum: number('The value is less than this.'),
  multipleOf: { type: 'number', exclusiveMinimum: 0, description: 'The value is a multiple of this.' },
  items: ref('schema'),
  minItems: count('Least number of items.'),
  maxItems: count('Greatest number of items.'),
  uniqueItems: flag('No item is there twice.'),
  properties: mapOf('Members of an object.', ref('schema'), '^', { maxProperties: most }),
  additionalProperties: {
    type: ['boolean', 'object'],
    description: 'Whether an object may have members that are not listed, or their schema. Default: it may.',
    ...choose({ type: 'object' }, ref('schema')),
  },
  anyOf: listOf('The value satisfies at least one of these.', ref('schema')),
  oneOf: listOf('The value satisfies exactly one of these.', ref('schema')),
  $ref: text('A shared schema of integration.yaml: `#/types/Name`.', { pattern: '^#/types/[A-Za-z0-9_]+$' }),
};

const requiredMembers: JsonSchema = {
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
  description: 'Members that an object must have.',
};

/** A schema inside a spec: of a result, a type, or a part of a param. */
export const valueSchema: JsonSchema = {
  type: 'object',
  description: 'A JSON Schema, in the keywords that the spec language has.',
  properties: { ...valueKeywords, required: requiredMembers },
  additionalProperties: false,
};
