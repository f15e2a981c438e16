import type { CatalogEntry } from './catalog-entry.js';

/** Credentials, and where they are sent or shown. */
export const credentialCodes = {
  CREDENTIAL_UNUSED: {
    title: 'Unused credential',
    cause: 'No API and no expression uses this credential, so users would set it for nothing.',
    fix: 'Use it in `base_url` or `auth`, or delete it.',
  },
  CREDENTIAL_HOSTS: {
    title: 'Credential with missing or misplaced hosts',
    cause:
      'A `url` credential decides where secrets are sent, so it must list the hosts that are allowed. Other types of credential take no `hosts`.',
    fix: 'Add `hosts: ["*.example.com"]` to the url credential.',
  },
  CREDENTIAL_ENV: {
    title: 'Two credentials with the same variable',
    cause: 'Each credential needs its own environment variable.',
    fix: 'Give one of them another variable.',
  },
  PAGE_INVALID: {
    title: 'Invalid address of a page',
    cause:
      'People open `vendor_docs` and the `page` of a credential. Each must be the whole https address of a page that everyone can reach.',
    fix: 'Copy the address from a browser.',
  },
  BASE_URL_INVALID: {
    title: 'Invalid base URL',
    cause:
      'A base URL must begin with https:// and must not have a user name, a query or a fragment. Its host must be written in the spec or come from a `url` credential.',
    fix: 'Write `https://host/path`, or one `{credential}` of type url and nothing else.',
  },
  REDACT_REPEATED: {
    title: 'Key listed twice under `redact`',
    cause: 'The list contains the key twice.',
    fix: 'Remove one of them.',
  },
} as const satisfies Record<string, CatalogEntry>;
