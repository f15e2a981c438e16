import type { SpecFile } from '../../load/spec-file.js';
import type { ReferencedPath } from '../../jmespath/index.js';
import type { IntegrationSpec, ParamSpec } from '../../spec/spec.js';
import type { Rule, SpecContext } from '../context.js';
import {
  type SpecExpression,
  functionSpecExpressions,
  integrationSpecExpressions,
} from '../expressions/expression-uses.js';
import type { Finding } from '../finding.js';
import { quoteName } from '../quote.js';
import { readPaths } from '../expressions/read-paths.js';
import { suggest } from '../suggest.js';

/** Every expression compiles, and reads only what is there when it runs. */
export const expressions: Rule = function* (context) {
  const { integration, functions } = context;
  for (const use of integrationSpecExpressions(integration)) yield* check(context, integration, use, {});
  for (const file of functions) {
    for (const use of functionSpecExpressions(file, integration)) {
      yield* check(context, file, use, file.value.params ?? {});
    }
  }
};

function* check(
  { compile, integration }: SpecContext,
  file: SpecFile,
  use: SpecExpression,
  params: Readonly<Record<string, ParamSpec>>,
): Iterable<Finding> {
  const compiled = compile(use.expression);
  if (!compiled.ok) {
    const { message, offset, length } = compiled;
    const help = syntaxHelp(use, offset);
    yield {
      code: 'EXPRESSION_SYNTAX',
      message,
      at: { file, path: use.path, within: { offset, length } },
      ...(help !== undefined && { help }),
    };
    return;
  }
  for (const path of readPaths(compile, use.expression)) {
    const found = wrongPath(path, use, params, integration.value);
    if (!found) continue;
    const within = { offset: path.offset, length: path.length };
    const literal = literalHelp(path, use);
    yield { ...found, at: { file, path: use.path, within }, ...(literal && { help: literal }) };
  }
}

/** What other languages write differently. */
function syntaxHelp({ expression, roots }: SpecExpression, offset: number): string | undefined {
  const rest = expression.slice(offset);
  const [number] = /^-?\d+(?:\.\d+)?/.exec(rest) ?? [];
  if (number !== undefined)
    return /\.\s*$/.test(expression.slice(0, offset))
      ? `Write the position in brackets: \`[${number}]\`.`
      : `Put the number in backticks: \`${number}\`.`;
  const [word = ''] = /^(?:and|or|not)\b|^[?+$=]/.exec(rest) ?? [];
  return word === '$' ? `Begin with a name: ${roots.join(', ')}.` : ofOthers[word];
}

const ofOthers: Readonly<Record<string, string>> = {
  and: 'Write `&&`.',
  or: 'Write `||`.',
  not: 'Write `!`.',
  '?': 'For a choice, write `test && a || b`.',
  '+': "To join text, write `join('', [a, b])`.",
  '=': 'Write `==`.',
};

/** null, true and text are written otherwise in other languages. */
function literalHelp(
  { segments, offset }: ReferencedPath,
  { expression, roots }: SpecExpression,
): string | undefined {
  const [name = ''] = segments;
  if (segments.length > 1 || roots.includes(name)) return undefined;
  if (/^(?:null|true|false)$/.test(name)) return `Put the literal in backticks: \`${name}\`.`;
  return expression[offset] === '"'
    ? `Double quotes are for names. Put text in single quotes: '${name}'.`
    : undefined;
}

function wrongPath(
  { segments }: ReferencedPath,
  { roots, steps }: SpecExpression,
  params: Readonly<Record<string, ParamSpec>>,
  { credentials = {} }: IntegrationSpec,
): Omit<Finding, 'at'> | undefined {
  const [root = '', name] = segments;
  if (!roots.includes(root)) {
    return unknown(`there is no ${quoteName(root)} here`, root, roots);
  }
  if (name === undefined) return undefined;
  if (root === 'args' && !Object.hasOwn(params, name)) {
    return unknown(`there is no param ${quoteName(name)}`, name, Object.keys(params));
  }
  if (root === 'steps' && !steps.includes(name)) {
    return unknown(`no step ${quoteName(name)} runs before this`, name, steps);
  }
  if (root !== 'credentials') return undefined;
  if (!Object.hasOwn(credentials, name)) {
    return unknown(`there is no credential ${quoteName(name)}`, name, Object.keys(credentials));
  }
  if (credentials[name]!.type !== 'secret') return undefined;
  return { code: 'EXPRESSION_SECRET', message: `the credential ${quoteName(name)} is a secret` };
}

function unknown(message: string, name: string, known: readonly string[]): Omit<Finding, 'at'> {
  return {
    code: 'EXPRESSION_NAME_UNKNOWN',
    message,
    ...suggest(name, known, known.length === 0 ? 'There is nothing to read.' : ''),
  };
}
