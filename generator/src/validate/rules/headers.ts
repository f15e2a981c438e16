import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Set by HTTP, by the runtime or by `auth`; setting them would change framing, routing or identity. */
const owned = new Set(
  'authorization connection content-length cookie expect host keep-alive proxy-authorization te trailer transfer-encoding upgrade'.split(
    ' ',
  ),
);

/** Header names are tokens, and none that others own. */
export const headers: Rule = function* ({ integration, functions }) {
  for (const file of functions) {
    const params = Object.entries(file.value.params ?? {}).filter(([, param]) => param.in === 'header');
    for (const [name, param] of params) {
      const rule = brokenRule(param.as ?? name);
      const path = ['params', name, ...(param.as === undefined ? [] : ['as'])];
      const part = param.as === undefined ? ('key' as const) : ('value' as const);
      if (rule) yield { code: 'HEADER_INVALID', message: rule, at: { file, path, part } };
    }
    for (const { request, path } of requestsOf(file.value)) {
      for (const name of Object.keys(request.headers ?? {})) {
        const rule = brokenRule(name);
        const at = { file, path: [...path, 'headers', name], part: 'key' as const };
        if (rule) yield { code: 'HEADER_INVALID', message: rule, at };
      }
    }
  }
  for (const [api, { auth }] of Object.entries(integration.value.apis)) {
    for (const [index, { header }] of auth.entries()) {
      if (!header || token.test(header.name)) continue;
      const at = { file: integration, path: ['apis', api, 'auth', index, 'header', 'name'] };
      yield { code: 'HEADER_INVALID', message: `${quoteName(header.name)} is not a valid header name`, at };
    }
  }
};

function brokenRule(name: string): string | undefined {
  if (!token.test(name)) return `${quoteName(name)} is not a valid header name`;
  return owned.has(name.toLowerCase()) ? `a function cannot set the header ${quoteName(name)}` : undefined;
}
