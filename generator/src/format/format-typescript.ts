import type { FormatConfig } from 'oxfmt';

/** How emitted TypeScript is laid out; the same as this repository's own. */
const config: FormatConfig = { printWidth: 110, singleQuote: true };

/** Formats one TypeScript file. Throws when it does not parse, which is a bug in its target. */
export async function formatTypescript(path: string, content: string): Promise<string> {
  const { format } = await import('oxfmt');
  const { code, errors } = await format(path, content, config);
  const error = errors[0];
  if (error) throw new SyntaxError(`${path} does not parse: ${error.message}\n${error.codeframe ?? ''}`);
  return code;
}
