import { type Emitted, join } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { skillFile } from '../../emit/snippets/skill-snippets.js';
import { mdCell, mdCellCode, mdComment, mdLink, mdPageLink, mdText } from '../../emit/syntax/markdown.js';
import { mdOverview } from '../../emit/syntax/markdown-overview.js';
import type { CredentialModel, IntegrationModel } from '../../model/model.js';
import { authText, countText } from './summary.js';

export interface IndexView {
  readonly header: Emitted;
  readonly title: Emitted;
  readonly description: Emitted;
  readonly overview: Emitted;
  readonly hasOverview: boolean;
  readonly counts: Emitted;
  readonly auth: Emitted;
  readonly credentials: readonly {
    readonly env: Emitted;
    readonly kind: Emitted;
    readonly description: Emitted;
  }[];
  readonly hasCredentials: boolean;
  readonly functions: readonly {
    readonly name: Emitted;
    readonly operation: Emitted;
    readonly description: Emitted;
  }[];
  /** A link to the agent skill. */
  readonly skill: Emitted;
  readonly vendorDocs: Emitted;
}

export function indexView(integration: IntegrationModel): IndexView {
  return {
    header: mdComment(provenance(integration)),
    title: mdText(integration.title),
    description: mdText(integration.description),
    overview: mdOverview(integration.overview ?? ''),
    hasOverview: integration.overview !== undefined,
    counts: mdText(countText(integration)),
    auth: mdText(authText(integration)),
    credentials: integration.credentials.map(credentialView),
    hasCredentials: integration.credentials.length > 0,
    functions: integration.functions.map((fn) => ({
      name: mdCellCode(fn.name),
      operation: mdCell(fn.kind),
      description: mdCell(fn.description),
    })),
    skill: mdPageLink('Skill', `../${skillFile(integration)}`),
    vendorDocs: mdLink(`API documentation of ${integration.title}`, integration.vendorDocs),
  };
}

function credentialView({ env, type, hosts = [], description, page }: CredentialModel) {
  const kind = hosts.length > 0 ? `${type} (\`${hosts.join('`, `')}\`)` : type;
  const where = page === undefined ? [] : [mdLink('Where to get it', page)];
  return {
    env: mdCellCode(env),
    kind: mdCell(kind),
    description: join([mdCell(description), ...where], ' '),
  };
}
