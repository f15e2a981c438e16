import { schemasOf } from '../schemas/schema-uses.js';
import type { Rule } from '../context.js';
import { schemaFaults } from '../schemas/schema-faults.js';

/** Each schema can be satisfied, and each of its keywords has an effect. */
export const schemas: Rule = function* (context) {
  for (const { schema, file, path, isParam } of schemasOf(context)) {
    for (const { message, keyword, ...rest } of schemaFaults(schema, isParam)) {
      const at = { file, path: [...path, ...keyword], part: 'key' as const };
      yield { code: 'SCHEMA_INVALID', message, at, ...rest };
    }
  }
};
