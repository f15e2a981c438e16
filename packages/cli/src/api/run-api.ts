import type { Host, RawRequest } from '@kosmokrator/host';
import { parseDuration } from '../arguments/parse-quantity.js';
import { dryRun } from '../call/dry-run.js';
import { dryRunAnswer } from '../call/dry-run-answer.js';
import { recordRequest } from '../call/record-request.js';
import type { CommandContext } from '../command-context.js';
import { findIntegration } from '../host/find-function.js';
import { openHost } from '../host/open-host.js';
import { unknownIntegration } from '../host/unknown-integration.js';
import type { FormatOptions } from '../output/add-format-options.js';
import { openOutput } from '../output/open-output.js';
import type { Answer } from '../output/print-answer.js';
import { printResult } from '../output/print-result.js';
import { readFormat } from '../output/read-format.js';
import { mayAsk } from '../terminal/ask/may-ask.js';
import { onInterrupt } from '../terminal/on-interrupt.js';
import { readBody, readQuery } from './read-request.js';

export interface ApiOptions extends Omit<FormatOptions, 'query'> {
  readonly account: string;
  readonly query: readonly string[];
  readonly data?: string;
  readonly include?: true;
  readonly yes?: true;
  readonly nonInteractive?: true;
  readonly timeout: string;
  readonly dryRun?: true;
  readonly curl?: true;
  readonly output?: string;
  readonly select?: string;
}

/** Sends one raw request and prints the body of its reply. */
export async function runApi(
  target: string,
  { method, path }: Pick<RawRequest, 'method' | 'path'>,
  options: ApiOptions,
  context: CommandContext,
): Promise<void> {
  const { select, account, output, curl, include } = options;
  const { query, ...rest } = options;
  const print = await readFormat({ ...rest, ...(select !== undefined && { query: select }) });
  const timeoutMs = parseDuration(options.timeout);
  const [name, api] = splitTarget(target);
  const recorder = options.dryRun || curl ? recordRequest() : undefined;
  const host = await openHost({
    yes: options.yes === true,
    ...(mayAsk(context, options) && { whileAsking: (ask) => ask() }),
    ...(recorder && { transport: recorder.transport }),
  });
  const integration = (findIntegration(host.catalog, name) ?? unknownIntegration(host.catalog, name))
    .manifest;
  const request = {
    api,
    method,
    path,
    query: readQuery(query),
    body: await readBody(method, options.data),
  };
  const reads = /^(?:GET|HEAD)$/i.test(method);
  Object.assign(context.meta, {
    integration: integration.name,
    account,
    operation: reads ? 'read' : 'write',
    dry_run: recorder !== undefined,
  });
  const file = output === undefined ? undefined : openOutput(output);
  const interrupt = onInterrupt();
  const since = performance.now();
  const send = () =>
    host.request(integration.name, request, { account, timeoutMs, signal: interrupt.signal });
  try {
    const answer = recorder
      ? dryRunAnswer(await dryRun(send, recorder, host), curl === true)
      : replyAnswer(await send(), include === true || /^HEAD$/i.test(method));
    context.meta['duration_ms'] = Math.round(performance.now() - since);
    await printResult(answer, print, context, file);
  } finally {
    context.meta['duration_ms'] ??= Math.round(performance.now() - since);
    interrupt.stop();
    file?.drop();
  }
}

function splitTarget(target: string): readonly [name: string, api: string | undefined] {
  const at = target.indexOf('/');
  return at < 0 ? [target, undefined] : [target.slice(0, at), target.slice(at + 1)];
}

function replyAnswer(reply: Awaited<ReturnType<Host['request']>>, include: boolean): Answer {
  return { data: include ? reply : reply.body };
}
