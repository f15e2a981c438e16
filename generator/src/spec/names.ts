/** The forms that names take, as regular expressions of JSON Schema. */
export const namePatterns = {
  /** Functions, params, steps, credentials, APIs, and names under `with` and `extract`. */
  name: '^[a-z][a-z0-9_]{0,63}$',
  integration: '^[a-z][a-z0-9-]{0,63}$',
  type: '^[A-Z][A-Za-z0-9]{0,63}$',
  environment: '^[A-Z][A-Z0-9_]{0,127}$',
} as const;
