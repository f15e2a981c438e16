import type { JsonSchema } from '@kosmokrator/runtime';
import type { HashEntry, Node } from '../../jmespath/index.js';
import { followReference } from '../../spec/follow-reference.js';
import type { Types } from '../../spec/inline-refs.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { suggest } from '../suggest.js';

/** What `select` makes is what `returns` describes. */
export const selectMatchesReturns: Rule = function* ({ integration, functions, compile }) {
  for (const file of functions) {
    const { response, returns } = file.value;
    const compiled = response?.select === undefined ? undefined : compile(response.select);
    const shape = resultShape(returns, integration.value.types ?? {});
    if (!compiled?.ok || !shape?.properties) continue;
    const made = resultEntries(compiled.ast);
    const described = Object.keys(shape.properties);
    for (const { key, offset, length } of made.entries) {
      if (described.includes(key) || shape.additionalProperties !== undefined) continue;
      const message = `\`select\` makes ${quoteName(key)}, which \`returns\` does not describe`;
      const at = { file, path: ['response', 'select'], within: { offset, length } };
      yield { code: 'SELECT_MISMATCH', message, at, ...suggest(key, described) };
    }
    if (made.open || made.entries.length === 0) continue;
    for (const key of described) {
      if (made.entries.some((entry) => entry.key === key)) continue;
      const message = `\`returns\` describes ${quoteName(key)}, which \`select\` does not make`;
      const path = Object.hasOwn(returns, 'properties') ? ['returns', 'properties', key] : ['returns'];
      yield { code: 'SELECT_MISMATCH', message, at: { file, path, part: 'key' } };
    }
  }
};

interface Shape {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
}

/** The schema of the result, with no `$ref` in its place; undefined where there is none. */
function resultShape(schema: JsonSchema, types: Types): Shape | undefined {
  return followReference(schema, (name) => (Object.hasOwn(types, name) ? types[name] : undefined));
}

/** The keys that an expression is known to make; `open` when there may be more, as with `merge(body, …)`. */
function resultEntries(ast: Node): { readonly entries: readonly HashEntry[]; readonly open: boolean } {
  if (ast.kind === 'pipe') return resultEntries(ast.right);
  if (ast.kind === 'hash') return { entries: ast.entries, open: false };
  if (ast.kind !== 'call' || ast.name !== 'merge') return { entries: [], open: true };
  return { entries: ast.args.flatMap((arg) => (arg.kind === 'hash' ? arg.entries : [])), open: true };
}
