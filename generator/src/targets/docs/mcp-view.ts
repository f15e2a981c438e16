import type { Emitted } from '../../emit/emitted.js';
import { provenance } from '../../emit/provenance.js';
import { functionSnippets } from '../../emit/snippets/documented-snippets.js';
import { mcpAnswer } from '../../emit/snippets/mcp-snippet.js';
import { serveArguments, serveCommand } from '../../emit/snippets/kosmo-command.js';
import { json } from '../../emit/syntax/json.js';
import { mdCell, mdCellCode, mdCode, mdComment, mdFence, mdText } from '../../emit/syntax/markdown.js';
import { unpublishedView, type UnpublishedView } from '../../emit/unpublished.js';
import type { FunctionModel, IntegrationModel } from '../../model/model.js';

export interface McpView extends UnpublishedView {
  readonly header: Emitted;
  readonly title: Emitted;
  readonly serve: Emitted;
  /** What a client's settings file says about the server. */
  readonly settings: Emitted;
  readonly tools: readonly {
    readonly name: Emitted;
    readonly operation: Emitted;
    readonly destructive: Emitted;
    readonly idempotent: Emitted;
    readonly description: Emitted;
  }[];
  readonly calls: readonly {
    readonly name: Emitted;
    readonly hasExamples: boolean;
    readonly examples: readonly {
      readonly title: Emitted;
      readonly code: Emitted;
      readonly answer: Emitted;
      readonly fails: boolean;
    }[];
  }[];
}

export function mcpView(integration: IntegrationModel): McpView {
  return {
    ...unpublishedView(integration),
    header: mdComment(provenance(integration)),
    title: mdText(`${integration.title}: MCP`),
    serve: mdFence('sh', serveCommand(integration)),
    settings: mdFence('json', json(settings(integration))),
    tools: integration.functions.map(toolView),
    calls: integration.functions.map((fn) => callsView(integration, fn)),
  };
}

function callsView(integration: IntegrationModel, fn: FunctionModel): McpView['calls'][number] {
  const examples = functionSnippets(integration, fn, 'mcp').map(({ title, code, example }) => ({
    title: mdText(title),
    code: mdFence('json', code),
    answer: mdFence('json', mcpAnswer(example)),
    fails: example.error !== undefined,
  }));
  return { name: mdCode(fn.fullName), examples, hasExamples: examples.length > 0 };
}

function toolView(fn: FunctionModel): McpView['tools'][number] {
  const again = fn.idempotency === 'safe' || fn.idempotency === 'idempotent';
  return {
    name: mdCellCode(fn.fullName),
    operation: mdCell(fn.kind),
    destructive: mdCell(fn.destructive ? 'yes' : 'no'),
    idempotent: mdCell(again ? 'yes' : 'no'),
    description: mdCell(fn.description),
  };
}

function settings(integration: IntegrationModel) {
  const { name, credentials } = integration;
  const args = serveArguments(integration);
  const env = Object.fromEntries(credentials.map((credential) => [credential.env, credential.example]));
  return { mcpServers: { [name]: { command: 'npx', args, env } } };
}
