import type { JsonSchema } from '@kosmokrator/runtime';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { SpecFile } from '../load/spec-file.js';
import { functionSchema } from '../spec/function-schema.js';
import { integrationSchema } from '../spec/integration-schema.js';
import type { Finding } from './finding.js';
import { describeFormError } from './form-errors.js';

/** Checks a file against the published schema of its kind. */
export type FormCheck = (file: SpecFile) => Finding[];

export const checkIntegrationForm = formCheck(integrationSchema);
export const checkFunctionForm = formCheck(functionSchema);

/** Compiled at the first file: a run without specs, or with nothing changed, does not pay for it. */
function formCheck(schema: JsonSchema): FormCheck {
  let validate: ReturnType<Ajv2020['compile']> | undefined;
  return (file) => {
    validate ??= new Ajv2020({
      allErrors: true,
      verbose: true,
      strictTypes: false,
      strictRequired: false,
    }).compile(schema);
    if (validate(file.value)) return [];
    return relevant(validate.errors ?? []).map((error) => describeFormError(file, error));
  };
}

/** Without the errors that only say that another one was found, and without consequences of a wrong type. */
function relevant(errors: readonly ErrorObject[]): ErrorObject[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map((e) => e.instancePath));
  return errors.filter(({ keyword, instancePath, schemaPath, propertyName }) => {
    if (keyword === 'if' || propertyName !== undefined) return false;
    if (/\/oneOf\/\d+\//.test(schemaPath)) return false;
    return keyword === 'type' || !mistyped.has(instancePath);
  });
}
