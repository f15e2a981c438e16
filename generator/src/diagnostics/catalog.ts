import type { CatalogEntry } from './catalog/catalog-entry.js';
import { credentialCodes } from './catalog/credential-codes.js';
import { exampleCodes } from './catalog/example-codes.js';
import { expressionCodes } from './catalog/expression-codes.js';
import { fileCodes } from './catalog/file-codes.js';
import { functionCodes } from './catalog/function-codes.js';
import { keyCodes } from './catalog/key-codes.js';
import { nameCodes } from './catalog/name-codes.js';
import { requestCodes } from './catalog/request-codes.js';
import { typeCodes } from './catalog/type-codes.js';
import { yamlCodes } from './catalog/yaml-codes.js';

/** Every code. The type `DiagnosticCode` comes from it, so a code without an entry does not compile. */
export const catalog = {
  ...fileCodes,
  ...yamlCodes,
  ...keyCodes,
  ...nameCodes,
  ...requestCodes,
  ...functionCodes,
  ...expressionCodes,
  ...typeCodes,
  ...credentialCodes,
  ...exampleCodes,
} as const satisfies Record<string, CatalogEntry>;

export type DiagnosticCode = keyof typeof catalog;
