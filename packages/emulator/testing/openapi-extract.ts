import { Ajv, type ValidateFunction } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The vendor's description of the seven operations, kept beside the repository and no part of it. */
const file = fileURLToPath(
  new URL('../../../../shared/openapi/planetscale-7ops.openapi.yaml', import.meta.url),
);

export const extractIsPresent = existsSync(file);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Checks of the reply bodies, under `<method> <path> <status>`. */
export function loadReplyChecks(): Map<string, ValidateFunction> {
  const document = parse(readFileSync(file, 'utf8')) as { paths: Record<string, JsonObject> };
  const ajv = new Ajv({ strict: false, allErrors: true });
  const checks = new Map<string, ValidateFunction>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { responses } = operation as { responses: Record<string, JsonObject> };
      for (const [status, response] of Object.entries(responses)) {
        const content = response['content'] as Record<string, { schema: Json }> | undefined;
        const schema = content?.['application/json']?.schema;
        if (schema === undefined) continue;
        checks.set(`${method} ${path} ${status}`, ajv.compile(toJsonSchema(schema) as object));
      }
    }
  }
  return checks;
}

/** OpenAPI 3.0 says `nullable` where JSON Schema lists the type null; and no property may go unnamed. */
function toJsonSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const result = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, toJsonSchema(value)]),
  ) as JsonObject;
  if (result['type'] === 'object' && result['additionalProperties'] === undefined && result['properties']) {
    result['additionalProperties'] = false;
  }
  if (result['nullable'] !== true) return result;
  const { nullable: _, ...rest } = result;
  return { anyOf: [rest, { type: 'null' }] };
}
