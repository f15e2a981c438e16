import { sdkNames } from '../../emit/sdk-names.js';
import { leadSnippets } from '../../emit/snippets/documented-snippets.js';
import { mdText } from '../../emit/syntax/markdown.js';
import { authLabel } from '../../emit/words/auth-label.js';
import type { IntegrationModel } from '../../model/model.js';
import { functionReference } from './function-reference.js';

/** The version of the file's own shape. */
const referenceVersion = 1;

/**
 * The content of `reference.json`. What the manifest has (titles as plain text, keywords, kinds, credentials) and what
 * `schemas.json` has (types, limits and defaults as data) is not repeated as data; here it is in words, for people.
 */
export function reference(integration: IntegrationModel): object {
  const names = sdkNames(integration);
  const lead = leadSnippets(integration);
  return {
    kosmokrator: referenceVersion,
    name: integration.name,
    title: mdText(integration.title).text,
    auth: authLabel(integration),
    sdk: names.client,
    functions: integration.functions.map((fn) =>
      functionReference(integration, fn, names.functions.get(fn.name)!.call),
    ),
    ...(lead && { accounts: lead.accounts.code.text }),
  };
}
