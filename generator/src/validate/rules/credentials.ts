import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { parseTemplate } from '../../spec/parse-template.js';
import { functionExpressions, integrationExpressions } from '../expression-uses.js';
import { readPaths } from '../read-paths.js';
import { requestTemplates } from '../../spec/request-holes.js';
import { requestsOf } from '../requests.js';
import type { SpecContext } from '../context.js';

/** Each credential has a variable of its own, url ones say where they may lead, and all are used. */
export const credentials: Rule = function* (context) {
  const { integration: file } = context;
  const variables = new Map<string, string>();
  const used = usedCredentials(context);
  for (const [name, { type, env, hosts }] of Object.entries(file.value.credentials ?? {})) {
    const path = ['credentials', name];
    const other = variables.get(env);
    if (other !== undefined) {
      const related = { message: 'the other one', at: { file, path: ['credentials', other, 'env'] } };
      const message = `${quoteName(env)} is the variable of ${quoteName(other)} too`;
      yield { code: 'CREDENTIAL_ENV', message, at: { file, path: [...path, 'env'] }, related };
    }
    variables.set(env, name);
    if (type === 'url' && !hosts) {
      const message = `the url credential ${quoteName(name)} does not say which hosts it may name`;
      yield { code: 'CREDENTIAL_HOSTS', message, at: { file, path, part: 'key' } };
    } else if (type !== 'url' && hosts) {
      const message = `the ${type} credential ${quoteName(name)} has hosts`;
      const help = 'Remove `hosts`, or make it `type: url`.';
      yield { code: 'CREDENTIAL_HOSTS', message, at: { file, path: [...path, 'hosts'], part: 'key' }, help };
    }
    if (!used.has(name) && context.complete) {
      yield {
        code: 'CREDENTIAL_UNUSED',
        message: `nothing uses the credential ${quoteName(name)}`,
        at: { file, path, part: 'key' },
      };
    }
  }
};

function usedCredentials({ integration, functions, compile }: SpecContext): Set<string> {
  const used = new Set<string>();
  const texts = Object.values(integration.value.apis).flatMap(({ base_url, auth }) => [
    base_url,
    ...leaves(auth),
  ]);
  for (const text of texts) addHoles(used, parseTemplate(text).parts);
  const expressions = [
    ...integrationExpressions(integration),
    ...functions.flatMap((file) => [...functionExpressions(file, integration)]),
  ];
  for (const { source } of expressions) {
    for (const { segments } of readPaths(compile, source))
      if (segments[0] === 'credentials') used.add(segments[1] ?? '');
  }
  for (const { value } of functions) {
    for (const { request } of requestsOf(value))
      for (const { parts } of requestTemplates(request)) addHoles(used, parts);
  }
  return used;
}

function addHoles(used: Set<string>, parts: ReturnType<typeof parseTemplate>['parts']): void {
  for (const part of parts) if (typeof part !== 'string') used.add(part.name);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
