import type { FilePlace } from '../../load/places/place.js';
import { mergePaginate } from '../../spec/merge-paginate.js';
import { parseTemplate, type TemplateText } from '../../spec/parse-template.js';
import { requestTemplates } from '../../spec/request-placeholders.js';
import type { Rule } from '../context.js';
import type { Finding } from '../finding.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';
import { suggest } from '../suggest.js';
import { unquotedPlaceholders } from '../unquoted-placeholders.js';

/** Every `{name}` has a value. Secrets go through `auth` alone. */
export const templates: Rule = function* ({ integration, functions }) {
  const credentials = integration.value.credentials ?? {};
  const names = new Set(Object.keys(credentials));
  const open = new Set([...names].filter((name) => credentials[name]!.type !== 'secret'));
  for (const [api, { base_url, auth }] of Object.entries(integration.value.apis)) {
    const path = ['apis', api];
    const what = 'credential';
    yield* check(parseTemplate(base_url), { file: integration, path: [...path, 'base_url'] }, open, what);
    for (const [text, ...steps] of authTexts(auth)) {
      const at = { file: integration, path: [...path, 'auth', ...steps] };
      yield* check(parseTemplate(text), at, names, what);
    }
  }
  for (const file of functions) {
    const position = mergePaginate(file.value, integration.value)?.param;
    const shared = [...Object.keys(file.value.params ?? {}), ...(position === undefined ? [] : [position])];
    for (const { request, path, step } of requestsOf(file.value)) {
      const known = new Set([...Object.keys(step?.with ?? {}), ...shared, ...open]);
      for (const { name, path: placeholder } of unquotedPlaceholders(request.body, known)) {
        const message = `YAML reads \`{${name}}\` without quotes as a mapping`;
        const at = { file, path: [...path, 'body', ...placeholder] };
        yield { code: 'TEMPLATE_SYNTAX', message, at, help: `Quote it: "{${name}}".` };
      }
      for (const use of requestTemplates(request)) {
        yield* check(use, { file, path: [...path, ...use.path] }, known, 'param');
      }
    }
  }
};

function* check(
  { parts, faults }: TemplateText,
  at: FilePlace,
  known: ReadonlySet<string>,
  what: 'param' | 'credential',
): Iterable<Finding> {
  for (const { offset, length, ...fault } of faults) {
    yield { code: 'TEMPLATE_SYNTAX', ...fault, at: { ...at, within: { offset, length } } };
  }
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') continue;
    const { name, offset, length } = part;
    const before = parts[index - 1];
    if (what === 'credential' && typeof before === 'string' && before.endsWith('$')) {
      const message = `the \`$\` of \`\${${name}}\` is sent as it is`;
      const within = { offset: offset - 1, length: length + 1 };
      yield { code: 'TEMPLATE_SYNTAX', message, at: { ...at, within }, help: `Write \`{${name}}\`.` };
    }
    if (known.has(name)) continue;
    const message = `there is no ${what} ${quoteName(name)}`;
    const help = suggest(name, [...known], `Declare it under \`${what}s\`.`);
    yield { code: 'TEMPLATE_NAME_UNKNOWN', message, at: { ...at, within: { offset, length } }, ...help };
  }
}

/** The texts of `auth` in which credentials stand, with their paths. */
function* authTexts(auth: readonly object[]): Iterable<[text: string, ...path: (string | number)[]]> {
  for (const [index, alternative] of auth.entries()) {
    for (const [kind, value] of Object.entries(alternative)) {
      if (typeof value === 'string') yield [value, index, kind];
      if (typeof value !== 'object') continue;
      for (const [key, text] of Object.entries(value as object)) {
        if (key !== 'name') yield [String(text), index, kind, key];
      }
    }
  }
}
