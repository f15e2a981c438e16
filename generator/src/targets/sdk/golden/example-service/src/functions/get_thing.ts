// Generated from specs/example-service/functions/get_thing.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkEnum,
  checkFilled,
  checkOthers,
  checkProperties,
  checkShape,
  checkString,
  checkType,
  copyJson,
  headerFields,
  headerValue,
  hintWhen,
  joinErrors,
  query,
  queryValue,
  runRequest,
  segment,
  text,
} from '@kosmokrator/runtime/parts';
import { get } from '@kosmokrator/runtime/select';
import {
  errors,
  exampleServiceAccount,
  integration,
  mainApi,
  tokenCredential,
  urlCredential,
  type ExampleServiceAccount,
} from '../integration.js';
import type { Thing } from '../types.js';

export interface GetThingArgs {
  /** Id of the thing. */
  id: string;
  /**
   * How much to read.
   *
   * Default: "short"
   */
  mode?: 'short' | 'long' | undefined;
  /** Which parts. */
  filter?:
    | {
        /** Name of a part. */
        part?: string | undefined;
        [key: string]: unknown;
      }
    | undefined;
}

export type GetThingResult = Thing;

export const getThingOperation: Operation<GetThingArgs, GetThingResult> = {
  integration,
  name: 'get_thing',
  kind: 'read',
  idempotency: 'safe',
  credentials: { token: tokenCredential, url: urlCredential },
  params: {
    id: { checks: [checkString, checkFilled], required: true },
    mode: { checks: [checkString, checkEnum('short', 'long')], default: 'short' },
    filter: {
      checks: [
        checkType('object'),
        checkProperties({ part: [checkString] }),
        checkOthers(['part'], checkString),
      ],
      copy: copyJson,
    },
  },
  steps: [
    {
      api: mainApi,
      method: 'GET',
      path: (value) =>
        `/things/${segment(value, 'id')}${query({ mode: queryValue(value, 'mode'), fixed: 'text' })}`,
      headers: (value) => headerFields({ 'x-note': text('for ', headerValue(value, 'id')) }),
      status: [200],
    },
  ],
  run: runRequest,
  select: checkShape(({ body }) => body, ['a string', 'body', 'name']),
  errors: joinErrors(
    { hints: [hintWhen((scope) => get(scope.body, 'gone'), 'Look in the archive.')] },
    errors,
  ),
};

/** Read one thing. */
export function getThing(
  account: ExampleServiceAccount,
  args: GetThingArgs,
  options?: CallOptions,
): PendingCall<GetThingResult> {
  return execute(getThingOperation, args, exampleServiceAccount(account), options);
}
