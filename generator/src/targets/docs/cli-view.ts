import { type Emitted, join } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { leadSnippets } from '../../emit/snippets/documented-snippets.js';
import { callCommands, scriptCommands, serveCommand } from '../../emit/snippets/kosmo-command.js';
import { leadExample } from '../../emit/snippets/lead-example.js';
import { mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import { shellAssignment } from '../../emit/syntax/shell.js';
import { unpublishedView, type UnpublishedView } from '../../emit/unpublished.js';
import type { IntegrationModel } from '../../model/model.js';

export interface CliView extends UnpublishedView {
  readonly header: Emitted;
  readonly title: Emitted;
  /** A call, the list of the functions, and the params of one. */
  readonly calls: Emitted;
  readonly hasCalls: boolean;
  readonly run: Emitted;
  readonly serve: Emitted;
  readonly hasCredentials: boolean;
  readonly environment: Emitted;
  readonly hasScript: boolean;
  readonly script: Emitted;
}

export function cliView(integration: IntegrationModel): CliView {
  const shown = leadExample(integration);
  const lead = leadSnippets(integration);
  const assignments = integration.credentials.map(({ env, example }) => shellAssignment(env, example));
  return {
    ...unpublishedView(integration),
    header: mdComment(provenance(integration)),
    title: mdText(`${integration.title}: command line`),
    hasCalls: shown !== undefined,
    calls: shown ? mdFence('sh', join(callCommands(integration, shown), '\n')) : mdText(''),
    run: mdFence('sh', join(scriptCommands(integration), '\n')),
    serve: mdFence('sh', serveCommand(integration)),
    hasCredentials: integration.credentials.length > 0,
    environment: mdFence('sh', join(assignments, '\n')),
    hasScript: lead !== undefined,
    script: lead ? mdFence('lua', lead.derived.code) : mdText(''),
  };
}
