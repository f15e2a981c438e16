import type { FunctionSpec } from '../../spec/spec.js';
import type { Rule } from '../context.js';

/** What is said of repeating a call agrees with what the call does. */
export const idempotency: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const [key, message] of faults(file.value)) {
      yield { code: 'IDEMPOTENCY_INVALID', message, at: { file, path: [key] } };
    }
  }
};

function* faults({
  operation,
  destructive,
  idempotency: kind,
  params = {},
}: FunctionSpec): Iterable<[string, string]> {
  if (operation === 'read' && destructive) yield ['destructive', 'a read overwrites and deletes nothing'];
  if (operation === 'read' && kind !== undefined && kind !== 'safe') {
    yield ['idempotency', `a read is \`safe\`, not \`${kind}\``];
  }
  if (operation === 'write' && kind === 'safe') yield ['idempotency', 'a write is not `safe`'];
  const carriesKey = Object.values(params).some((param) => param.generate !== undefined || param.required);
  if (kind === 'keyed' && !carriesKey)
    yield ['idempotency', 'no param carries the key of a `keyed` function'];
}
