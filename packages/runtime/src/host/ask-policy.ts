import type { Policy, PolicyRequest } from '../account.js';
import { KosmoError, type ErrorCode } from '../error.js';

export interface AskPolicyOptions {
  /** Asks a person; true permits this one call. */
  readonly ask?: (request: PolicyRequest) => Promise<boolean>;
  /** Answers every question with yes. */
  readonly yes?: boolean;
}

/** Reads are allowed, writes are asked about. */
export function askPolicy({ ask, yes = false }: AskPolicyOptions = {}): Policy {
  return async (request) => {
    if (request.operation.kind === 'read' || yes) return;
    if (!ask) {
      const how = 'run it where someone can be asked, or allow writes for this run with --yes';
      throw refusal(request, 'approval_required', `it writes, and needs approval: ${how}`);
    }
    if (!(await ask(request)))
      throw refusal(request, 'policy_denied', 'it writes, and approval was not given');
  };
}

function refusal({ operation, account }: PolicyRequest, code: ErrorCode, message: string): KosmoError {
  const { integration, name } = operation;
  return new KosmoError({ code, message, integration: integration.name, function: name, account });
}
