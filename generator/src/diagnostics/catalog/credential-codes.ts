import type { CatalogEntry } from './catalog-entry.js';

/** Credentials, and where they are sent or shown. */
export const credentialCodes = {
  CREDENTIAL_UNUSED: {
    title: 'A credential that nothing uses',
    cause: 'No API and no expression uses it; users would be asked for it in vain.',
    fix: 'Use it in `base_url` or `auth`, or delete it.',
  },
  CREDENTIAL_HOSTS: {
    title: 'Hosts of a credential',
    cause:
      'A `url` credential decides where secrets are sent, so it says which hosts it may name. Other credentials have no hosts.',
    fix: 'Add `hosts: ["*.example.com"]` to the url credential.',
  },
  CREDENTIAL_ENV: {
    title: 'Two credentials, one variable',
    cause: 'Each credential is read from an environment variable of its own.',
    fix: 'Give one of them another variable.',
  },
  BASE_URL_INVALID: {
    title: 'A base URL that cannot be used',
    cause:
      'A base URL is https, without user name, query and fragment, and its host comes from the spec or from a `url` credential.',
    fix: 'Write `https://host/path`, or a whole `{credential}` of type url.',
  },
  REDACT_REPEATED: {
    title: 'A key is redacted twice',
    cause: 'The list holds the key twice.',
    fix: 'Keep one.',
  },
} as const satisfies Record<string, CatalogEntry>;
