// Generated from specs/sample-tool/functions/get_thing.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { get } from '@kosmokrator/runtime/select';
import { integration, type SampleToolOptions } from '../integration.js';
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
  destructive: false,
  idempotency: 'safe',
  params: {
    id: { schema: { type: 'string', minLength: 1 }, required: true },
    mode: { schema: { type: 'string', enum: ['short', 'long'] }, default: 'short' },
    filter: {
      schema: {
        type: 'object',
        properties: { part: { type: 'string' } },
        additionalProperties: { type: 'string' },
      },
    },
  },
  steps: [
    {
      name: 'main',
      api: 'api',
      method: 'GET',
      path: ['things', { $value: 'id' }],
      query: { mode: { $value: 'mode' }, fixed: 'text' },
      headers: { 'X-Note': { $text: ['for ', { $value: 'id' }] } },
      status: [200],
    },
  ],
  errors: { hints: [{ when: (s) => get(s.body, 'gone'), hint: 'Look in the archive.' }] },
};

/** Read one thing. */
export function getThing(
  account: SampleToolOptions,
  args: GetThingArgs,
  options?: CallOptions,
): Promise<GetThingResult> {
  return execute(getThingOperation, args, accountFromOptions(integration, account), options);
}
