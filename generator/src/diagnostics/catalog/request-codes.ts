import type { CatalogEntry } from './catalog-entry.js';

/** What is sent, and where params go. */
export const requestCodes = {
  TEMPLATE_SYNTAX: {
    title: 'A brace out of place',
    cause: '`{name}` stands for a value. A brace that is meant as such is doubled: `{{`, `}}`.',
    fix: 'Close the brace, or double it.',
  },
  TEMPLATE_NAME_UNKNOWN: {
    title: 'A placeholder without a value',
    cause:
      "A placeholder names a param, a name under the step's `with`, the position of `paginate`, or a credential that is no secret; in `base_url` and `auth` a credential.",
    fix: 'Declare the param, or correct the name.',
  },
  BODY_INVALID: {
    title: 'A body that cannot be sent',
    cause:
      'GET and HEAD have no body. Keys that begin with `$` belong to the language; `$optional` stands alone in a mapping, inside a list.',
    fix: 'Remove the body or the key.',
  },
  PATH_INVALID: {
    title: 'A path that could lead elsewhere',
    cause: 'A path has no query, no fragment, no empty, `.` or `..` segments; params fill segments.',
    fix: 'Write the plain path; move query keys to `query`.',
  },
  HEADER_INVALID: {
    title: 'A header that may not be set',
    cause: 'The name is no token, or the header belongs to HTTP itself or to `auth`.',
    fix: 'Remove the header; put credentials under `auth`.',
  },
  PARAM_UNUSED: {
    title: 'A param that has no effect',
    cause: 'Nothing sends the param and no expression reads it.',
    fix: 'Use it in the request, or delete it.',
  },
  PARAM_PLACE: {
    title: 'A param in no place, or in two',
    cause:
      'A param goes where `in` says, or where a template names it; else to the query of GET, HEAD and DELETE and to the body of the others. It cannot be in two of these places, nor become a member of a body that is a list.',
    fix: 'Name it in the request, or say `in`.',
  },
  PARAM_OPTIONAL: {
    title: 'An optional param where a value is needed',
    cause: 'Without its value a path segment, or a list in the body, cannot be built.',
    fix: 'Make it required, give it a default, or put its part of the list under `$optional`.',
  },
  API_UNKNOWN: {
    title: 'An API that is not declared',
    cause: '`api` names one of the `apis` of integration.yaml. It may be left out where there is only one.',
    fix: 'Correct the name, or declare the API.',
  },
  STATUS_INVALID: {
    title: 'A status that cannot be a success',
    cause: 'Redirects are never followed and 1xx replies never end a request.',
    fix: 'List the status codes that mean success: 200 to 299, or an error code that is no error here.',
  },
} as const satisfies Record<string, CatalogEntry>;
