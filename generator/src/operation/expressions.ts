import type { SpecPath } from '../spec/spec.js';

/** An expression of a function or an integration, and what it can read where it stands. */
export interface ExpressionUse<Expression> {
  readonly expression: Expression;
  /** Where it stands in the spec. */
  readonly path: SpecPath;
  readonly roots: readonly string[];
  /** Steps that have run before it. */
  readonly steps: readonly string[];
}

/** What of a function has expressions: as text in its spec, compiled in the model. */
export interface FunctionExpressions<Expression> extends SharedExpressions<Expression> {
  readonly steps?: readonly {
    readonly name: string;
    readonly when?: Expression;
    readonly with?: Readonly<Record<string, Expression>>;
  }[];
  readonly select?: Expression;
  /** `select` sees the items of all pages. */
  readonly collects: boolean;
  readonly connects?: {
    readonly id?: Expression;
    readonly expires?: Expression;
    /** By integration and credential. */
    readonly credentials: Readonly<Record<string, Readonly<Record<string, Expression>>>>;
  };
}

/** What of an integration has expressions. */
export interface SharedExpressions<Expression> {
  readonly paginate?: Paginate<Expression>;
  readonly errors?: Errors<Expression>;
}

interface Paginate<Expression> {
  readonly next?: Expression;
  readonly items?: Expression;
}

interface Errors<Expression> {
  readonly when?: Expression;
  readonly message?: Expression;
  readonly hints?: readonly { readonly when?: Expression }[];
}

type Uses<Expression> = Generator<ExpressionUse<Expression>>;
type At<Expression> = readonly [path: SpecPath, expression: Expression | undefined];
type Scope = Pick<ExpressionUse<unknown>, 'roots' | 'steps'>;

const reply = ['args', 'credentials', 'status', 'headers', 'body'];

/** Every expression of a function. */
export function* functionExpressions<Expression>(fn: FunctionExpressions<Expression>): Uses<Expression> {
  const names = fn.steps?.map((step) => step.name) ?? [];
  const stepRoots = fn.steps ? ['steps'] : [];
  for (const [index, step] of (fn.steps ?? []).entries()) {
    const roots = index === 0 ? ['args', 'credentials'] : [...reply, 'steps'];
    const at = ['steps', index];
    const computed = members([...at, 'with'], step.with);
    yield* uses([[[...at, 'when'], step.when], ...computed], { roots, steps: names.slice(0, index) });
  }
  const selected = [...reply, ...stepRoots, ...(fn.collects ? ['items'] : [])];
  yield* uses([[['response', 'select'], fn.select]], { roots: selected, steps: names });
  const result = { roots: [...reply, 'result', ...stepRoots], steps: names };
  if (fn.connects) yield* connectsExpressions(fn.connects, result);
  if (fn.paginate) yield* paginateExpressions(fn.paginate, result);
  if (fn.errors) yield* errorExpressions(fn.errors, reply);
}

/** Every expression of an integration. Functions share them, so they read replies and no arguments. */
export function* integrationExpressions<Expression>({
  errors,
  paginate,
}: SharedExpressions<Expression>): Uses<Expression> {
  if (errors) yield* errorExpressions(errors, ['status', 'headers', 'body', 'credentials']);
  if (paginate) yield* paginateExpressions(paginate, { roots: [...reply, 'result'], steps: [] });
}

/** The expression that tells what an account is for reads arguments only, since it runs before the request. */
function* connectsExpressions<Expression>(
  { id, expires, credentials }: NonNullable<FunctionExpressions<Expression>['connects']>,
  result: Scope,
): Uses<Expression> {
  yield* uses([[['connects', 'id'], id]], { roots: ['args', 'credentials'], steps: [] });
  const fields = Object.entries(credentials).flatMap(([integration, values]) =>
    members(['connects', 'credentials', integration], values),
  );
  yield* uses([[['connects', 'expires'], expires], ...fields], result);
}

function paginateExpressions<Expression>(
  { next, items }: Paginate<Expression>,
  result: Scope,
): Uses<Expression> {
  return uses(
    [
      [['paginate', 'next'], next],
      [['paginate', 'items'], items],
    ],
    result,
  );
}

function errorExpressions<Expression>(
  { when, message, hints = [] }: Errors<Expression>,
  roots: readonly string[],
): Uses<Expression> {
  const ofHints = hints.map((hint, index): At<Expression> => [['errors', 'hints', index, 'when'], hint.when]);
  return uses([[['errors', 'when'], when], [['errors', 'message'], message], ...ofHints], {
    roots,
    steps: [],
  });
}

function members<Expression>(
  path: SpecPath,
  record: Readonly<Record<string, Expression>> = {},
): At<Expression>[] {
  return Object.entries(record).map(([name, expression]) => [[...path, name], expression]);
}

function* uses<Expression>(list: readonly At<Expression>[], scope: Scope): Uses<Expression> {
  for (const [path, expression] of list) {
    if (expression !== undefined) yield { expression, path, ...scope };
  }
}
