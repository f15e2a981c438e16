import { parseTemplate } from '../../spec/parse-template.js';
import { namesOfRequests } from '../../spec/request-placeholders.js';
import type { Rule, SpecContext } from '../context.js';
import { functionSpecExpressions, integrationSpecExpressions } from '../expressions/expression-uses.js';
import { quoteName } from '../quote.js';
import { readPaths } from '../expressions/read-paths.js';

/** Nobody is asked for a credential that nothing needs. */
export const credentialsUsed: Rule = function* (context) {
  if (!context.complete) return;
  const { integration: file } = context;
  const used = new Set([...inApis(context), ...inExpressions(context)]);
  for (const { value } of context.functions) for (const name of namesOfRequests(value)) used.add(name);
  for (const name of Object.keys(file.value.credentials ?? {})) {
    if (used.has(name)) continue;
    const at = { file, path: ['credentials', name], part: 'key' as const };
    const help = `Use it in \`base_url\` or \`auth\`, in braces: "{${name}}". Otherwise delete it.`;
    yield { code: 'CREDENTIAL_UNUSED', message: `nothing uses the credential ${quoteName(name)}`, at, help };
  }
};

function inApis({ integration }: SpecContext): string[] {
  const parts = leaves(integration.value.apis).flatMap((text) => parseTemplate(text).parts);
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
}

function* inExpressions({ integration, functions, compile }: SpecContext): Iterable<string> {
  const uses = functions.flatMap((file) => Array.from(functionSpecExpressions(file, integration)));
  for (const { expression } of [...integrationSpecExpressions(integration), ...uses]) {
    for (const { segments } of readPaths(compile, expression)) {
      if (segments[0] === 'credentials' && segments[1] !== undefined) yield segments[1];
    }
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
