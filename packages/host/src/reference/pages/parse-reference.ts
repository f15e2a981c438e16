import type { InstalledIntegration } from '../../catalog/installed.js';
import { brokenReference } from './broken-reference.js';
import type { IntegrationReference } from './integration-reference.js';

/** What a member must be: a type of JavaScript, one that may be absent, or the members of each item of a list. */
type Kind = 'string' | 'string?' | 'boolean' | Members;
interface Members {
  readonly [name: string]: Kind;
}

const described = {
  type: 'string',
  lua_type: 'string?',
  description: 'string',
  lua_description: 'string?',
} as const;
const members: Members = {
  name: 'string',
  title: 'string',
  auth: 'string',
  sdk: 'string',
  accounts: 'string?',
  functions: {
    name: 'string',
    sdk: 'string',
    description: 'string',
    lua_description: 'string?',
    params: { name: 'string', required: 'boolean', ...described },
    returns: 'string?',
    lua_returns: 'string?',
    fields: { path: 'string', ...described },
    examples: { title: 'string', lua: 'string', error: 'string?' },
  },
};

/**
 * Reads a `reference.json`. `integration` is whose it is; its folder may also be the address that the file came from.
 * Throws `broken_integration` for a text that is not one, or one of a version that this host does not know. Members
 * that it does not know are left as they are.
 */
export function parseReference(text: string, integration: InstalledIntegration): IntegrationReference {
  let reference: IntegrationReference;
  try {
    reference = JSON.parse(text) as IntegrationReference;
  } catch (error) {
    throw brokenReference(integration, `is not JSON: ${(error as Error).message}`, error);
  }
  if (reference?.kosmokrator !== 1) {
    throw brokenReference(integration, 'has a version that this host cannot read; it reads version 1');
  }
  const wrong = wrongMember(reference, members);
  if (wrong !== undefined) throw brokenReference(integration, `is wrong at ${wrong}`);
  return reference;
}

/** The path of the first member that is not of its kind: `functions[2].params[0].type`. */
function wrongMember(value: unknown, kinds: Members): string | undefined {
  if (typeof value !== 'object' || value === null) return '';
  const record = value as Readonly<Record<string, unknown>>;
  for (const name in kinds) {
    const within = wrongPart(record[name], kinds[name]!);
    if (within !== undefined) return `${name}${within}`;
  }
  return undefined;
}

/** The path within a member to what is wrong; empty for the member itself. */
function wrongPart(value: unknown, kind: Kind): string | undefined {
  if (kind === 'string?') return value === undefined || typeof value === 'string' ? undefined : '';
  if (typeof kind === 'string') return typeof value === kind ? undefined : '';
  if (!Array.isArray(value)) return '';
  for (const [index, item] of value.entries()) {
    const member = wrongMember(item, kind);
    if (member !== undefined) return `[${index}]${member && `.${member}`}`;
  }
  return undefined;
}
