import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

/** A path is plain segments and placeholders: nothing in it can lead to another place than it seems to. */
export const paths: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const { request, path } of requestsOf(file.value)) {
      const foreign = foreignParam(request.path, file.value.params ?? {});
      const rule = foreign?.rule ?? brokenRule(request.path);
      if (rule === undefined) continue;
      const message = `the path ${quoteName(request.path)} ${rule}`;
      const help = foreign === undefined ? {} : { help: `Write \`{${foreign.name}}\`.` };
      yield { code: 'PATH_INVALID', message, at: { file, path: [...path, 'path'] }, ...help };
    }
  }
};

/** A param as other tools write it, which would be sent as it is: `:id`, `<id>`, `${id}`, `{{id}}`. */
const foreign = /\/(?<colon>:(?<a>\w+))|(?<angle><(?<b>\w+)>)|(?<dollar>\$\{(?<c>\w+)\})|\{\{(?<d>\w+)\}\}/;

function foreignParam(
  path: string,
  params: object,
): { readonly name: string; readonly rule: string } | undefined {
  const { colon, angle, dollar, a, b, c, d } = foreign.exec(path)?.groups ?? {};
  const name = a ?? b ?? c ?? d;
  if (name === undefined) return undefined;
  const text = colon ?? angle;
  if (text !== undefined) return { name, rule: `has \`${text}\`, which is sent unchanged` };
  if (dollar !== undefined) return { name, rule: `has \`${dollar}\`, whose \`$\` is sent unchanged` };
  // Braces that are text are rare, but possible.
  return Object.hasOwn(params, name)
    ? { name, rule: `has \`{{${name}}}\`, which is sent as \`{${name}}\`` }
    : undefined;
}

function brokenRule(path: string): string | undefined {
  if (/[?#]/.test(path)) return 'has a query or a fragment';
  // oxlint-disable-next-line no-control-regex
  if (/[\s\\\u0000-\u001f\u007f]/.test(path)) return 'has white space, a backslash or a control character';
  const segments = path.slice(1).split('/');
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'has a `.` or `..` segment';
  // The last one may be empty: a trailing slash.
  if (segments.slice(0, -1).includes('')) return 'has an empty segment';
  if (/%/.test(path))
    return 'has a percent sign; write the character itself, which is encoded when it is sent';
  return undefined;
}
