import type { Types } from '../../spec/inline-refs.js';
import type { FunctionSpec, SpecPath } from '../../spec/spec.js';
import type { Rule } from '../context.js';
import { keyParam } from '../key-param.js';
import { quoteName } from '../quote.js';

interface Fault {
  readonly path: SpecPath;
  readonly message: string;
  readonly help?: string;
}

/** What is said of repeating a call agrees with what the call does. */
export const idempotency: Rule = function* ({ integration, functions }) {
  for (const file of functions) {
    for (const { path, ...fault } of faults(file.value, integration.value.types ?? {})) {
      yield { code: 'IDEMPOTENCY_INVALID', ...fault, at: { file, path } };
    }
  }
};

function* faults(spec: FunctionSpec, types: Types): Iterable<Fault> {
  const { operation, destructive, idempotency: kind } = spec;
  if (operation === 'read' && destructive) {
    yield { path: ['destructive'], message: 'a read cannot be `destructive`' };
  }
  if (operation === 'read' && kind !== undefined && kind !== 'safe') {
    yield { path: ['idempotency'], message: `a read must be \`safe\`, not \`${kind}\`` };
  }
  if (operation === 'write' && kind === 'safe') {
    yield { path: ['idempotency'], message: 'a write cannot be `safe`' };
  }
  if (kind === 'keyed') yield* keyFaults(spec, types);
}

const flaws = {
  absent: 'is optional, and a call without it would run twice if it is repeated',
  empty: 'can be empty, and a call with an empty key would run twice if it is repeated',
  fixed: 'allows only certain values, so two calls could have the same key',
  unsent: 'is not in each request that writes, and a request without it would run twice if it is repeated',
} as const;

function* keyFaults(spec: FunctionSpec, types: Types): Iterable<Fault> {
  const key = keyParam(spec, types);
  const help =
    'Give the key `generate: uuid4`, or `required: true` and `minLength: 1`, and send it with each request that writes. If the API takes no key, write `idempotency: none`.';
  if (!key) {
    yield { path: ['idempotency'], message: 'the function is `keyed`, but no param is its key', help };
  } else if (key.flaw) {
    yield { path: ['params', key.name], message: `the key ${quoteName(key.name)} ${flaws[key.flaw]}`, help };
  }
}
