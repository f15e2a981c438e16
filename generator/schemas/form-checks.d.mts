/** The checks that ajv compiled from the two schemas. `pnpm --filter @kosmokrator/generator reference` writes them. */
export interface FormValidator {
  (value: unknown): boolean;
  errors?: FormError[] | null;
}

/** One error of ajv. */
export interface FormError {
  keyword: string;
  /** JSON pointer into the value. */
  instancePath: string;
  /** JSON pointer into the schema, `#` first. */
  schemaPath: string;
  params: Record<string, unknown>;
  message?: string;
  propertyName?: string;
}

export declare const integrationForm: FormValidator;
export declare const functionForm: FormValidator;
