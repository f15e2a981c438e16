// Generated from specs/example-service/functions/get_status.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import { checkDetails, checkShape, runRequest } from '@kosmokrator/runtime/parts';
import {
  errors,
  exampleServiceAccount,
  integration,
  mainApi,
  tokenCredential,
  urlCredential,
  type ExampleServiceAccount,
} from '../integration.js';
import type { Level } from '../types.js';

export type GetStatusArgs = Record<string, never>;

export type GetStatusResult = {
  /** Whether all is well. */
  ok: boolean;
  level: Level;
  /** When it was last up. */
  'last-seen'?: string | null;
  [key: string]: unknown;
} | null;

export const getStatusOperation: Operation<GetStatusArgs, GetStatusResult> = {
  integration,
  name: 'get_status',
  kind: 'read',
  idempotency: 'safe',
  credentials: { token: tokenCredential, url: urlCredential },
  params: {},
  steps: [{ api: mainApi, method: 'GET', path: () => '/status', status: [200] }],
  run: runRequest,
  select: checkDetails(
    checkShape(
      ({ body }) => body,
      ['an object or null', 'body'],
      ['a boolean or null', 'body', 'ok'],
      ['a string or null', 'body', 'level'],
    ),
    ['a boolean', 'body', 'ok'],
    ['a string', 'body', 'level'],
  ),
  errors,
};

/** Tell how the service does. */
export function getStatus(
  account: ExampleServiceAccount,
  args: GetStatusArgs = {},
  options?: CallOptions,
): PendingCall<GetStatusResult> {
  return execute(getStatusOperation, args, exampleServiceAccount(account), options);
}
