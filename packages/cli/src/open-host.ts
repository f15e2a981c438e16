import type { PolicyRequest } from '@kosmokrator/runtime';
import { askPolicy, createHost, loadCatalog, type Catalog, type Host } from '@kosmokrator/runtime/host';
import { askOnTerminal, hasTerminal } from './ask-on-terminal.js';
import { UsageError } from './usage-error.js';

interface HostSettings {
  /** Answers every question about a write with yes. */
  readonly yes: boolean;
  /** Runs a question to the person at the terminal; absent where nobody may be asked. */
  readonly whileAsking?: (ask: () => Promise<boolean>) => Promise<boolean>;
}

/** The installed integrations, with credentials from the environment and writes asked about on the terminal. */
export async function openHost({ yes, whileAsking }: HostSettings): Promise<Host> {
  const ask = (request: PolicyRequest) => whileAsking!(() => askOnTerminal(request));
  const canAsk = whileAsking !== undefined && hasTerminal();
  return createHost({ catalog: openCatalog(), policy: askPolicy({ yes, ...(canAsk && { ask }) }) });
}

/** A broken package is for its owner to mend, so that its message is enough. */
function openCatalog(): Catalog {
  try {
    return loadCatalog();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
