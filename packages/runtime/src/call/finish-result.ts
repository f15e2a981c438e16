import type { Call } from '../call.js';
import { redact } from '../text/redact.js';

/** A result as it leaves the runtime: the spec's secret fields hidden, and the call's own credentials. */
export function finishResult({ operation, secrets }: Call, result: unknown): unknown {
  // A shorter one is no real credential, and may be a part of any text.
  return redact(
    result,
    operation.integration.redact,
    secrets.filter((form) => form.length > 7),
  );
}
