import { type Catalog, describeProblem, loadCatalog, type ShadowedPackage } from '@kosmokrator/host';
import { errorLine } from '../errors/report-error.js';
import { UnusableError } from '../errors/usage-error.js';
import { programFiles } from './program-files.js';

/** The installed integrations. Opens no package until it is asked for. */
export function openCatalog(): Catalog {
  return plainly(() => loadCatalog({ program: programFiles(), onShadowed: tellShadowed }));
}

/** The same for lists, search and completion: where there are many, what is kept of them is read. No call is made by it. */
export function openListing(): Catalog {
  return plainly(() => loadCatalog({ program: programFiles(), onShadowed: tellShadowed, keep: true }));
}

/** A broken package or policy is for its owner to fix, so its message is enough. */
export function plainly<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new UnusableError(describeProblem(error));
  }
}

/** On standard error, since standard output belongs to results and protocols. */
function tellShadowed({ name, used, unused }: ShadowedPackage): void {
  const message = `two packages are called ${name}: ${used} is used, ${unused} is not`;
  process.stderr.write(errorLine({ code: 'shadowed_integration', message }));
}
