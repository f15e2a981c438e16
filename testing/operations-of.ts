import type {
  Account,
  ErrorRules,
  HostOperation,
  IntegrationDetails,
  Param,
  Step,
  Transport,
} from '@kosmokrator/runtime';

/** What `operationsOf` takes of `@kosmokrator/runtime/parts`. */
export type OperationParts = Pick<
  typeof import('@kosmokrator/runtime/parts'),
  | 'bearer'
  | 'checkString'
  | 'checkType'
  | 'copyJson'
  | 'didYouMean'
  | 'joinErrors'
  | 'runPages'
  | 'runRequest'
  | 'runSteps'
  | 'writeGuard'
>;

type Changes = Partial<Omit<HostOperation, 'errors'>> & { readonly errors?: Partial<ErrorRules> };

export const account: Account = {
  credentials: { url: 'https://a.vendor.example/v1/', email: 'ada@example.com', token: 'canary-token' },
};

export const withTransport = (transport: Transport): Account => ({ ...account, transport });

/**
 * The operations that tests call, made of the parts of one copy of the runtime. The runtime's own tests give those of its
 * `src`, so that they test what a developer has changed and not what was built before; all others give the built ones
 * (`operation.ts`).
 */
export function operationsOf(parts: OperationParts) {
  const {
    bearer,
    checkString,
    checkType,
    copyJson,
    didYouMean,
    joinErrors,
    runPages,
    runRequest,
    runSteps,
    writeGuard,
  } = parts;

  const integration: IntegrationDetails = {
    name: 'test-vendor',
    credentials: {
      url: { type: 'url', env: 'VENDOR_URL', hosts: ['*.vendor.example'] },
      email: { type: 'string', env: 'VENDOR_EMAIL' },
      token: { type: 'secret', env: 'VENDOR_TOKEN' },
    },
    apis: {
      api: { name: 'api', base_url: (get) => get('url') as string, auth: (get) => bearer(get('token')) },
    },
    redact: ['password'],
  };

  const step: Step = {
    name: 'main',
    api: integration.apis['api']!,
    method: 'GET',
    path: () => '/things',
    status: [200],
  };

  /** A read of `/things`, with whatever a test wants changed; the rest follows as in generated code. */
  function operation<Args = Record<string, unknown>, Result = unknown>(
    { errors = {}, ...changes }: Changes = {},
    request: Partial<Step> = {},
  ): HostOperation<Args, Result> {
    const { integration: vendor = integration, paginate } = changes;
    const { steps = [{ ...step, api: vendor.apis['api']!, ...request }] } = changes;
    const several = steps.length > 1 || steps.some((one) => one.when ?? one.with);
    return {
      integration: vendor,
      credentials: vendor.credentials,
      name: 'get_thing',
      kind: 'read',
      destructive: false,
      idempotency: 'safe',
      params: {},
      suggest: didYouMean,
      steps,
      run: paginate ? runPages : several ? runSteps : runRequest,
      errors: joinErrors(errors),
      ...(changes.kind === 'write' && { guard: writeGuard }),
      ...changes,
    } as HostOperation<Args, Result>;
  }

  /** A write that must not be sent twice. */
  function writeOperation(changes: Changes = {}): HostOperation {
    return operation({ kind: 'write', idempotency: 'none', ...changes }, { method: 'POST' });
  }

  /** A param that takes any JSON value. */
  const anything: Param = { checks: [], copy: copyJson, nullable: true };
  const aString: Param = { checks: [checkString] };
  const anInteger: Param = { checks: [checkType('integer')], copy: copyJson };

  return { integration, step, operation, writeOperation, anything, aString, anInteger };
}
