import type { JsonSchema } from '@kosmokrator/runtime';
import { functionForm, integrationForm, type FormValidator } from '../../../schemas/form-checks.mjs';
import type { SpecFile } from '../../load/spec-file.js';
import { functionSchema } from '../../spec/json-schema/function-schema.js';
import { integrationSchema } from '../../spec/json-schema/integration-schema.js';
import type { SpecPath } from '../../spec/spec.js';
import type { Finding } from '../finding.js';
import { describeFormError, type FormError } from './form-errors.js';

/** Checks a file against the published schema of its kind. */
export type FormCheck = (file: SpecFile) => Finding[];

export const checkIntegrationForm = formCheck(integrationForm, integrationSchema);
export const checkFunctionForm = formCheck(functionForm, functionSchema);

function formCheck(validate: FormValidator, schema: JsonSchema): FormCheck {
  return (file) => {
    if (validate(file.value)) return [];
    return withoutEchoes(
      relevant(validate.errors ?? []).map((error) => describeFormError(file, schema, error)),
    );
  };
}

/** Without the errors that only say that another one was found, and without consequences of a wrong type. */
function relevant(errors: readonly FormError[]): FormError[] {
  const mistyped = new Map<string, FormError>();
  for (const error of errors) {
    if (error.keyword === 'type' && !mistyped.has(error.instancePath))
      mistyped.set(error.instancePath, error);
  }
  return errors.filter((error) => {
    if (error.keyword === 'if' || error.propertyName !== undefined) return false;
    if (/\/oneOf\/\d+\//.test(error.schemaPath)) return false;
    const typeError = mistyped.get(error.instancePath);
    return typeError === undefined || typeError === error;
  });
}

/** A misspelt key is one mistake, although a key is missing because of it. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const meant = new Set(
    findings
      .filter(({ code }) => code === 'KEY_UNKNOWN')
      .flatMap(({ at, help = '' }) => keysIn(at.path.slice(0, -1), help)),
  );
  return findings.filter(({ code, at, message }) => {
    if (code !== 'KEY_MISSING') return true;
    return !keysIn(at.path, message.slice(message.lastIndexOf(' has '))).some((key) => meant.has(key));
  });
}

/** A mapping, and each key that a text names. */
function keysIn(path: SpecPath, text: string): string[] {
  return [...text.matchAll(/`([^`]*)`/g)].map(([, key]) => JSON.stringify([...path, key]));
}
