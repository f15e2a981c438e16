import type { JsonSchema } from '@kosmokrator/runtime';
import { namePatterns } from '../names.js';

/** A mapping with exactly these keys. */
export function record(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
  more: JsonSchema = {},
): JsonSchema {
  return { type: 'object', description, properties, required, additionalProperties: false, ...more };
}

/** A mapping of any names to values of one kind. */
export function mapOf(
  description: string,
  values: JsonSchema,
  names: string = namePatterns.name,
  more: JsonSchema = {},
): JsonSchema {
  return {
    type: 'object',
    description,
    propertyNames: { pattern: names },
    additionalProperties: values,
    ...more,
  };
}

/** Text that is not empty. */
export function text(description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', minLength: 1, description, ...more };
}

/** Text of one line, as in titles. */
export function line(description: string, maxLength: number): JsonSchema {
  return text(description, { maxLength, pattern: '^\\S(?:.*\\S)?$' });
}

export function listOf(description: string, items: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'array', description, items, minItems: 1, ...more };
}

export function flag(description: string): JsonSchema {
  return { type: 'boolean', description };
}

export function oneOf(description: string, values: readonly string[]): JsonSchema {
  return { type: 'string', description, enum: values };
}

export const jmespath = (description: string) =>
  text(`${description} A JMESPath expression.`, { maxLength: 4000 });

export const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** One schema or another, after a test: clearer errors than `oneOf` gives. */
export function choose(test: JsonSchema, yes: JsonSchema, no: JsonSchema = {}): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
  return { if: test, then: yes, else: no };
}
