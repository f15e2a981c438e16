import {
  type Catalog,
  createHost,
  createRedactor,
  describeProblem,
  type Host,
  loadCatalog,
  type Question,
  type ShadowedPackage,
  userPolicy,
} from '@kosmokrator/host';
import { askOnTerminal, hasTerminal } from '../terminal/ask-on-terminal.js';
import { openAccounts } from './open-accounts.js';
import { guardOutput } from '../terminal/guard-output.js';
import { programFiles } from './program-files.js';
import { errorLine } from '../errors/report-error.js';
import { UnusableError } from '../errors/usage-error.js';

interface HostSettings {
  /** Answers every question with yes. What the user's policy denies stays denied. */
  readonly yes: boolean;
  /** Runs a question to the person at the terminal; absent where nobody may be asked. */
  readonly whileAsking?: (ask: () => Promise<boolean>) => Promise<boolean>;
}

/** The installed integrations under the user's policy, with questions asked on the terminal. Hides secrets in output. */
export async function openHost({ yes, whileAsking }: HostSettings): Promise<Host> {
  const redactor = createRedactor();
  guardOutput(redactor);
  const ask = (question: Question) => whileAsking!(() => askOnTerminal(question));
  const canAsk = whileAsking !== undefined && hasTerminal();
  return plainly(() => {
    const catalog: Catalog = loadCatalog({ program: programFiles(), onShadowed: tellShadowed });
    const policy = userPolicy({ catalog, yes, otherWay: 'run with --yes', ...(canAsk && { ask }) });
    return createHost({ catalog, policy, redactor, ...openAccounts(catalog) });
  });
}

/** On standard error, since standard output belongs to results and protocols. */
function tellShadowed({ name, used, unused }: ShadowedPackage): void {
  const message = `two packages are called ${name}: ${used} is used, ${unused} is not`;
  process.stderr.write(errorLine({ code: 'shadowed_integration', message }));
}

/** A broken package or policy is for its owner to mend, so that its message is enough. */
function plainly<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new UnusableError(describeProblem(error));
  }
}
