// Generated from specs/example-service/functions/create_item.yaml by "pnpm generate". Do not edit.
import { execute, type CallOptions, type Operation, type PendingCall } from '@kosmokrator/runtime';
import {
  checkEnum,
  checkFilled,
  checkItems,
  checkLoose,
  checkOthers,
  checkProperties,
  checkShape,
  checkString,
  checkType,
  copyJson,
  didYouMean,
  runRequest,
  writeGuard,
} from '@kosmokrator/runtime/parts';
import {
  errors,
  exampleServiceAccount,
  integration,
  mainApi,
  tokenCredential,
  urlCredential,
  type ExampleServiceAccount,
} from '../integration.js';
import type { Item } from '../types.js';

export interface CreateItemArgs {
  /** Name of the item. */
  name: string;
  /** What it is for. */
  kind?: 'big' | 'a|b' | undefined;
  /** Words to find it by. */
  tags?: string[] | undefined;
  /** Bytes and more. */
  size?:
    | {
        bytes?: number | bigint | undefined;
        [key: string]: unknown;
      }
    | undefined;
  /**
   * Text to mark it with.
   *
   * Default: "none"
   */
  mark?: string | undefined;
}

export type CreateItemResult = Item;

export const createItemOperation: Operation<CreateItemArgs, CreateItemResult> = {
  integration,
  name: 'create_item',
  kind: 'write',
  idempotency: 'none',
  credentials: { token: tokenCredential, url: urlCredential },
  params: {
    name: { checks: [checkString, checkFilled], required: true },
    kind: { checks: [checkString, checkEnum('big', 'a|b')] },
    tags: { checks: [checkType('array'), checkItems(checkString)], copy: copyJson },
    size: {
      checks: [
        checkType('object'),
        checkProperties({ bytes: [checkType('integer')] }),
        checkOthers(['bytes'], checkLoose),
      ],
      copy: copyJson,
    },
    mark: { checks: [checkString], default: 'none' },
  },
  suggest: didYouMean,
  steps: [{ api: mainApi, method: 'POST', path: () => '/items', status: [200] }],
  run: runRequest,
  guard: writeGuard,
  select: checkShape(({ body }) => body, ['a string', 'body', 'database_id']),
  errors,
};

/** Create an item. With `kind`, choose what it is for. */
export function createItem(
  account: ExampleServiceAccount,
  args: CreateItemArgs,
  options?: CallOptions,
): PendingCall<CreateItemResult> {
  return execute(createItemOperation, args, exampleServiceAccount(account), options);
}
