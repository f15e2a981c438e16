import { parseDuration } from '../arguments/parse-quantity.js';
import type { CallWords } from '../arguments/read-words.js';
import { checkFormat, type Format } from '../output/format-data.js';
import { compileQuery, type Query } from '../output/run-query.js';
import { UsageError } from '../errors/usage-error.js';

/** What the options of a call say. */
export interface CallSettings {
  readonly account: string;
  readonly timeoutMs: number | undefined;
  readonly dryRun: boolean;
  readonly curl: boolean;
  readonly all: boolean;
  /** Infinity for no limit. */
  readonly limit: number;
  readonly query: Query | undefined;
  readonly output: string | undefined;
  readonly format: Format | undefined;
  readonly quiet: boolean;
}

/** Throws a UsageError for an option that is wrong, before anything runs. */
export async function readSettings({ own }: CallWords): Promise<CallSettings> {
  const has = (name: string) => own[name] !== undefined;
  const text = (name: string) => own[name]?.[0];
  const timeout = text('timeout');
  const settings = {
    account: text('account') ?? 'default',
    timeoutMs: timeout === undefined ? undefined : parseDuration(timeout),
    dryRun: has('dry-run') || has('curl'),
    curl: has('curl'),
    all: has('all'),
    limit: readLimit(text('limit'), has('all')),
    query: await compileQuery(text('query')),
    output: text('output'),
    format: checkFormat(text('format')),
    quiet: has('quiet'),
  };
  if (settings.quiet && settings.format !== undefined)
    throw new UsageError('pass --quiet or --format, not both');
  if (settings.all && settings.dryRun) throw new UsageError('a dry run shows one request: leave out --all');
  return settings;
}

function readLimit(text: string | undefined, all: boolean): number {
  if (text === undefined) return Infinity;
  if (!all) throw new UsageError('--limit needs --all');
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UsageError(`--limit takes a whole number from 1 on`);
}
