import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

/** A path is plain segments and placeholders: nothing in it can lead to another place than it seems to. */
export const paths: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const { request, path } of requestsOf(file.value)) {
      const rule = brokenRule(request.path);
      if (rule === undefined) continue;
      const message = `the path ${quoteName(request.path)} ${rule}`;
      const [, name] = colon.exec(request.path) ?? [];
      const help = name === undefined ? {} : { help: `Write \`{${name}}\`.` };
      yield { code: 'PATH_INVALID', message, at: { file, path: [...path, 'path'] }, ...help };
    }
  }
};

/** A param as other tools write it, which would be sent as it is. */
const colon = /\/:(\w+)/;

function brokenRule(path: string): string | undefined {
  const [, name] = colon.exec(path) ?? [];
  if (name !== undefined) return `has \`:${name}\`, which is sent unchanged`;
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
