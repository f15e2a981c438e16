// Generated from specs/upstash/functions/list_keys.yaml by "pnpm generate". Do not edit.
import { accountFromOptions, execute, type CallOptions, type Operation } from '@kosmokrator/runtime';
import { at, contains, get, length, or, sort } from '@kosmokrator/runtime/select';
import { integration, type UpstashOptions } from '../integration.js';

export interface ListKeysArgs {
  /**
   * Glob pattern: `*` any text, `?` one character, `[ab]` a choice.
   *
   * Default: "*"
   */
  pattern?: string | undefined;
}

export interface ListKeysResult {
  /** The pattern that was matched. */
  pattern: string;
  /** Matching keys, sorted. */
  keys: string[];
  /** How many there are. */
  count: number;
}

export const listKeysOperation: Operation<ListKeysArgs, ListKeysResult> = {
  integration,
  name: 'list_keys',
  kind: 'read',
  destructive: false,
  idempotency: 'safe',
  params: { pattern: { schema: { type: 'string', minLength: 1 }, default: '*' } },
  steps: [
    {
      name: 'main',
      api: 'redis',
      method: 'POST',
      path: [''],
      body: ['SCAN', { $value: 'cursor' }, 'MATCH', { $value: 'pattern' }, 'COUNT', 1000],
      status: [200],
    },
  ],
  select: (s) => ({
    pattern: get(s, 'args', 'pattern'),
    keys: sort(get(s, 'items')),
    count: length(get(s, 'items')),
  }),
  paginate: {
    style: 'cursor',
    param: 'cursor',
    start: '0',
    next: (s) => at(get(s, 'body', 'result'), 0),
    end: '0',
    items: (s) => at(get(s, 'body', 'result'), 1),
    collect: true,
    limit: 100000,
    unique: true,
  },
  errors: {
    hints: [
      {
        when: (s) =>
          contains(
            or(get(s, 'body', 'error'), () => ''),
            'NOPERM',
          ),
        hint: 'Read-only tokens may not list keys; use the standard token of the database.',
      },
    ],
  },
};

/**
 * List the keys that match a pattern, sorted and without repeats. Walks SCAN, so that a large database
 * is not blocked; over 100,000 matches is an error that asks for a narrower pattern.
 */
export function listKeys(
  account: UpstashOptions,
  args: ListKeysArgs = {},
  options?: CallOptions,
): Promise<ListKeysResult> {
  return execute(listKeysOperation, args, accountFromOptions(integration, account), options);
}
