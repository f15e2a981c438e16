import type { SpecFile } from '../../load/spec-file.js';
import { mergePaginate } from '../../spec/merge-paginate.js';
import type {
  ConnectsSpec,
  ErrorsSpec,
  FunctionSpec,
  IntegrationSpec,
  PaginateSpec,
  SpecPath,
} from '../../spec/spec.js';

/** An expression of a spec, and what it can read where it stands. */
export interface ExpressionUse {
  readonly source: string;
  readonly path: SpecPath;
  readonly roots: readonly string[];
  /** Steps that have run before it. */
  readonly steps: readonly string[];
}

const reply = ['args', 'credentials', 'status', 'headers', 'body'];

/** All expressions of a function's file. */
export function* functionExpressions(
  { value: spec }: SpecFile<FunctionSpec>,
  { value: integration }: SpecFile<IntegrationSpec>,
): Generator<ExpressionUse> {
  const names = spec.steps?.map((step) => step.name) ?? [];
  const stepRoots = spec.steps ? ['steps'] : [];
  for (const [index, step] of (spec.steps ?? []).entries()) {
    const roots = index === 0 ? ['args', 'credentials'] : [...reply, 'steps'];
    const scope = { roots, steps: names.slice(0, index) };
    if (step.when !== undefined) yield { source: step.when, path: ['steps', index, 'when'], ...scope };
    for (const [name, source] of Object.entries(step.with ?? {})) {
      yield { source, path: ['steps', index, 'with', name], ...scope };
    }
  }
  if (spec.response?.select !== undefined) {
    const collects = mergePaginate(spec, integration)?.collect;
    const roots = [...reply, ...stepRoots, ...(collects ? ['items'] : [])];
    yield { source: spec.response.select, path: ['response', 'select'], roots, steps: names };
  }
  if (spec.connects) yield* connectsExpressions(spec.connects, stepRoots, names);
  if (typeof spec.paginate === 'object') {
    yield* paginateExpressions(spec.paginate, stepRoots, names);
  }
  if (spec.errors) yield* errorExpressions(spec.errors, reply);
}

/** All expressions of integration.yaml. They are shared, so they read replies and no arguments. */
export function* integrationExpressions({
  value: spec,
}: SpecFile<IntegrationSpec>): Generator<ExpressionUse> {
  if (spec.errors) yield* errorExpressions(spec.errors, ['status', 'headers', 'body', 'credentials']);
  if (spec.paginate) yield* paginateExpressions(spec.paginate, [], []);
}

/** What an account is for is known before the request. */
function* connectsExpressions(
  { id, expires, credentials }: ConnectsSpec,
  stepRoots: readonly string[],
  steps: readonly string[],
): Generator<ExpressionUse> {
  if (id !== undefined) {
    yield { source: id, path: ['connects', 'id'], roots: ['args', 'credentials'], steps: [] };
  }
  const scope = { roots: [...reply, 'result', ...stepRoots], steps };
  if (expires !== undefined) yield { source: expires, path: ['connects', 'expires'], ...scope };
  for (const [integration, fields] of Object.entries(credentials)) {
    for (const [name, source] of Object.entries(fields)) {
      yield { source, path: ['connects', 'credentials', integration, name], ...scope };
    }
  }
}

function* paginateExpressions(
  { next, items }: PaginateSpec,
  stepRoots: readonly string[],
  steps: readonly string[],
): Generator<ExpressionUse> {
  const roots = [...reply, 'result', ...stepRoots];
  if (next !== undefined) yield { source: next, path: ['paginate', 'next'], roots, steps };
  if (items !== undefined) yield { source: items, path: ['paginate', 'items'], roots, steps };
}

function* errorExpressions(
  { when, message, hints = [] }: ErrorsSpec,
  roots: readonly string[],
): Generator<ExpressionUse> {
  if (when !== undefined) yield { source: when, path: ['errors', 'when'], roots, steps: [] };
  if (message !== undefined) yield { source: message, path: ['errors', 'message'], roots, steps: [] };
  for (const [index, hint] of hints.entries()) {
    if (hint.when !== undefined)
      yield { source: hint.when, path: ['errors', 'hints', index, 'when'], roots, steps: [] };
  }
}
