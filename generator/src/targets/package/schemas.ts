import { inputSchema } from '../../emit/input-schema.js';
import type { IntegrationModel } from '../../model/model.js';

/** The JSON Schemas of a package in one document: `#/types/<Name>` leads from one to another. */
export function schemas({ types, functions }: IntegrationModel): object {
  const ofFunction = functions.map(
    ({ name, params, returns }) => [name, { input: inputSchema(params), output: returns }] as const,
  );
  return {
    types: Object.fromEntries(types.map(({ name, schema }) => [name, schema])),
    functions: Object.fromEntries(ofFunction),
  };
}
