import type { CatalogEntry } from './catalog-entry.js';

/** What is sent, and where params go. */
export const requestCodes = {
  TEMPLATE_SYNTAX: {
    title: 'Unmatched brace',
    cause: '`{name}` stands for a value. To write a brace itself, double it: `{{` or `}}`.',
    fix: 'Close the brace, or double it.',
  },
  TEMPLATE_NAME_UNKNOWN: {
    title: 'Unknown placeholder',
    cause:
      "A placeholder must name a param, a name under the step's `with`, the position of `paginate`, or a credential that is not a secret. In `base_url` and `auth` it must name a credential.",
    fix: 'Correct the name, or declare the param.',
  },
  BODY_INVALID: {
    title: 'Invalid body',
    cause:
      'GET and HEAD requests have no body. Keys that begin with `$` are reserved for the spec language. A mapping with `$optional` must be an item of a list and have no other keys.',
    fix: 'Remove the body or the key.',
  },
  PATH_INVALID: {
    title: 'Invalid path',
    cause:
      'A path must not have a query, a fragment, or segments that are empty, `.` or `..`. Values go into it as `{param}`.',
    fix: 'Write only the path, and move query keys to `query`.',
  },
  HEADER_INVALID: {
    title: 'Invalid header',
    cause:
      'The name has characters that HTTP does not allow in the name of a header, or the header is set by HTTP itself or by `auth`.',
    fix: 'Remove the header. Put credentials under `auth`.',
  },
  PARAM_UNUSED: {
    title: 'Unused param',
    cause: 'No request sends the param and no expression reads it.',
    fix: 'Use it in the request, or delete it.',
  },
  PARAM_PLACE: {
    title: 'Unclear place of a param',
    cause:
      'A param is sent where `in` says or where a template names it, but not both. Otherwise it is sent in the query of GET, HEAD and DELETE requests, and in the body of others. It cannot be added to a body that is not a mapping.',
    fix: 'Name the param in the request, or set `in`.',
  },
  PARAM_OPTIONAL: {
    title: 'Optional param in a required place',
    cause: 'Without a value for the param, the path or the list in the body cannot be built.',
    fix: 'Make the param required, give it a default, or put its part of the list under `$optional`.',
  },
  API_UNKNOWN: {
    title: 'Unknown API',
    cause:
      '`api` must name one of the `apis` in integration.yaml. If there is only one, you can leave `api` out.',
    fix: 'Correct the name, or declare the API.',
  },
  STATUS_INVALID: {
    title: 'Invalid status',
    cause: 'A redirect cannot mean success, because redirects are never followed.',
    fix: 'List the status codes that mean success: 200 to 299, or a code from 400 that is not an error for this function.',
  },
  STEP_OPTIONAL: {
    title: 'Step that cannot be optional',
    cause:
      'If an optional step fails, the call goes on without its reply. For this reason, only a function that reads can have one, and not with `paginate`. At least one step must not be optional. If the last one is, `select` must make the result.',
    fix: 'Remove `optional`, or add `select`.',
  },
} as const satisfies Record<string, CatalogEntry>;
