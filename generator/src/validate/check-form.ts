import type { JsonSchema } from '@kosmokrator/runtime';
import { functionForm, integrationForm, type FormValidator } from '../../schemas/form-checks.mjs';
import type { SpecFile } from '../load/spec-file.js';
import { functionSchema } from '../spec/function-schema.js';
import { integrationSchema } from '../spec/integration-schema.js';
import type { Finding } from './finding.js';
import { describeFormError, type FormError } from './form-errors.js';

/** Checks a file against the published schema of its kind. */
export type FormCheck = (file: SpecFile) => Finding[];

export const checkIntegrationForm = formCheck(integrationForm, integrationSchema);
export const checkFunctionForm = formCheck(functionForm, functionSchema);

function formCheck(validate: FormValidator, schema: JsonSchema): FormCheck {
  return (file) => {
    if (validate(file.value)) return [];
    return relevant(validate.errors ?? []).map((error) => describeFormError(file, schema, error));
  };
}

/** Without the errors that only say that another one was found, and without consequences of a wrong type. */
function relevant(errors: readonly FormError[]): FormError[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map((e) => e.instancePath));
  return errors.filter(({ keyword, instancePath, schemaPath, propertyName }) => {
    if (keyword === 'if' || propertyName !== undefined) return false;
    if (/\/oneOf\/\d+\//.test(schemaPath)) return false;
    return keyword === 'type' || !mistyped.has(instancePath);
  });
}
