import { catalog, type DiagnosticCode } from './catalog.js';

/** The page of diagnostics: each code with its cause, its fix and what it looks like. */
export function diagnosticsPage(exampleOf: (code: DiagnosticCode) => string | undefined): string {
  const codes = (Object.keys(catalog) as DiagnosticCode[]).toSorted();
  return `${[intro, ...codes.map((code) => section(code, exampleOf(code)))].join('\n\n')}\n`;
}

const intro = `<!-- Generated from generator/src/diagnostics/catalog.ts by \`pnpm --filter @kosmokrator/generator reference\`. -->

# Diagnostics

What the generator says about specs. All diagnostics of a run are shown together, each with its code, its
place, the line and a fix. While there is one, nothing is written and the exit code is 1.`;

function section(code: DiagnosticCode, example: string | undefined): string {
  const { title, cause, fix } = catalog[code];
  const shown = example === undefined ? [] : [`\`\`\`\`text\n${example.trimEnd()}\n\`\`\`\``];
  return [`## ${code}`, `${title}. ${cause}`, `Fix: ${fix}`, ...shown].join('\n\n');
}
