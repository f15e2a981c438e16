import { parseTemplate } from '../../spec/parse-template.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** Where requests go is settled: https to a host that the spec names, or a whole url credential. */
export const baseUrls: Rule = function* ({ integration: file }) {
  const { apis, credentials = {} } = file.value;
  for (const [name, { base_url }] of Object.entries(apis)) {
    const rule = brokenRule(base_url, (credential) => credentials[credential]?.type);
    if (rule === undefined) continue;
    const message = `the base URL ${quoteName(base_url)} ${rule}`;
    yield { code: 'BASE_URL_INVALID', message, at: { file, path: ['apis', name, 'base_url'] } };
  }
};

function brokenRule(text: string, typeOf: (credential: string) => string | undefined): string | undefined {
  const { parts, faults } = parseTemplate(text);
  if (faults.length > 0) return undefined; // TEMPLATE_SYNTAX
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'object') {
    const type = typeOf(first.name);
    return type === undefined || type === 'url'
      ? undefined
      : `takes its host from a credential of type ${type}`;
  }
  if (/[\s\\]/.test(text)) return 'contains white space or a backslash';
  if (/[?#]/.test(text)) return 'has a query or a fragment';
  const host = /^https:\/\/([^/]*)/.exec(text)?.[1];
  if (host === undefined) return 'does not begin with https://';
  if (/[{}]/.test(host)) return 'takes part of its host from a credential';
  if (host.includes('@')) return 'has a user name';
  if (!URL.canParse(text.replace(/\{[^}]*\}/g, 'x')) || !host.includes('.')) return 'has no valid host';
  return undefined;
}
