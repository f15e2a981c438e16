import { catalog, type DiagnosticCode } from './catalog.js';

/** The page of diagnostics: each code with its cause, its fix and what it looks like. */
export function diagnosticsPage(exampleOf: (code: DiagnosticCode) => string | undefined): string {
  const codes = (Object.keys(catalog) as DiagnosticCode[]).toSorted();
  return `${[intro, ...codes.map((code) => section(code, exampleOf(code)))].join('\n\n')}\n`;
}

const intro = `<!-- Generated from generator/src/diagnostics/catalog.ts by \`pnpm --filter @kosmokrator/generator reference\`. -->

# Diagnostics

The generator reports each mistake in a spec with a code, a place, the line and a fix. It reports all mistakes of a
run together. If there are any, it writes nothing and the exit code is 1.`;

function section(code: DiagnosticCode, example: string | undefined): string {
  const { title, cause, fix } = catalog[code];
  const shown = example === undefined ? [] : [`\`\`\`\`text\n${example.trimEnd()}\n\`\`\`\``];
  return [`## ${code}`, `${title}. ${cause}`, `Fix: ${fix}`, ...shown].join('\n\n');
}
