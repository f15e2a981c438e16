import { execute, isKosmoError, type KosmoError, type Operation } from '@kosmokrator/runtime';
import type { FunctionFile } from '../load/spec-file.js';
import type { SpecPath } from '../spec/spec.js';
import type { Finding } from '../validate/finding.js';
import { quoteName, quoteValue } from '../validate/quote.js';
import { firstDifference } from './first-difference.js';
import type { ExampleModel, FunctionModel, IntegrationModel } from '../model/model.js';
import { replayTransport } from './replay-transport.js';
import { returnsCheck } from './returns-check.js';
import { makeOperation } from '../operation/index.js';

const shapeHelp =
  'Correct `select`, `returns` or the reply. If the service can leave a member out, remove it from `required`, or give it a value in `select`: body.name || `null`.';

type Fault = Omit<Finding, 'at'> & { readonly path: SpecPath };

/** Runs every example against its own replies, through the runtime that runs every call. */
export async function checkExamples(
  model: IntegrationModel,
  files: readonly FunctionFile[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const checkReturns = returnsCheck(model);
  const credentials = Object.fromEntries(model.credentials.map(({ name, example }) => [name, example]));
  for (const [index, fn] of model.functions.entries()) {
    const operation = makeOperation(model, fn);
    for (const [position, example] of fn.examples.entries()) {
      const outcome = await run(operation, example, credentials);
      for (const { path, ...fault } of faults(fn, example, outcome, checkReturns)) {
        findings.push({ ...fault, at: { file: files[index]!, path: ['examples', position, ...path] } });
      }
    }
  }
  return findings;
}

interface Outcome {
  readonly result?: unknown;
  readonly error?: KosmoError;
  /** Requests that were sent. */
  readonly requests: number;
}

async function run(
  operation: Operation,
  { args, http }: ExampleModel,
  credentials: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const transport = replayTransport(http);
  try {
    const account = { credentials, transport, connect: () => {} };
    const result = await execute(operation, args as never, account, { maxRetries: 0 });
    return { result, requests: transport.requests };
  } catch (error) {
    if (!isKosmoError(error)) throw error;
    return { error, requests: transport.requests };
  }
}

function* faults(
  fn: FunctionModel,
  example: ExampleModel,
  outcome: Outcome,
  checkReturns: ReturnType<typeof returnsCheck>,
): Iterable<Fault> {
  const { error, requests } = outcome;
  const replies = example.http.length;
  if (error?.code === 'invalid_argument' && example.error?.code !== 'invalid_argument') {
    const path = ['args', ...(error.param === undefined ? [] : [error.param])];
    yield { code: 'EXAMPLE_ARGS', message: error.message, path };
  } else if (requests !== replies) {
    const message = `the call sends ${count(requests, 'request')}, but the example has ${count(replies, 'reply', 'replies')}`;
    yield { code: 'EXAMPLE_REPLIES', message, path: replies === 0 ? [] : ['http'] };
  } else if (example.error) {
    yield* errorFaults(example.error, outcome);
  } else if (error && isReadAsText(fn, example)) {
    yield textFault;
  } else if (error) {
    const message = `the call fails with ${error.code}: ${error.message}`;
    const help = error.code === 'bad_response' ? { help: shapeHelp } : {};
    yield { code: 'EXAMPLE_RESULT', message, path: ['result'], ...help };
  } else {
    yield* resultFaults(fn, example, outcome.result, checkReturns);
  }
}

function* errorFaults(expected: NonNullable<ExampleModel['error']>, { error }: Outcome): Iterable<Fault> {
  if (!error) {
    yield { code: 'EXAMPLE_ERROR', message: 'the call succeeds and returns a result', path: ['error'] };
    return;
  }
  const actual = error.toJSON();
  for (const [field, value] of Object.entries(expected)) {
    if (actual[field] === value) continue;
    const message = `the error has ${quoteName(field)} ${quoteValue(actual[field])}, not ${quoteValue(value)}`;
    yield { code: 'EXAMPLE_ERROR', message, path: ['error', field] };
  }
}

function* resultFaults(
  fn: FunctionModel,
  example: ExampleModel,
  result: unknown,
  checkReturns: ReturnType<typeof returnsCheck>,
): Iterable<Fault> {
  const difference = firstDifference(result, example.result);
  if (difference) {
    if (isReadAsText(fn, example)) {
      yield textFault;
      return;
    }
    const { path, actual, expected } = difference;
    const where = path.length === 0 ? 'the result' : quoteName(path.join('.'));
    const message = `the call returns ${quoteValue(actual)} for ${where}, but the example says ${quoteValue(expected)}`;
    yield { code: 'EXAMPLE_RESULT', message, path: ['result', ...path] };
    return;
  }
  const fault = checkReturns(fn, result);
  if (!fault) return;
  const where = fault.path.length === 0 ? 'the result' : quoteName(fault.path.join('.'));
  yield {
    code: 'EXAMPLE_RETURNS',
    message: `${where} ${fault.message}`,
    path: ['result', ...fault.path],
  };
}

/** The body of such an example is not what the function sees, so it is not checked against `returns`. */
function isReadAsText({ steps }: FunctionModel, { http }: ExampleModel): boolean {
  return (
    steps.some(({ format }) => format !== 'json') &&
    http.some(({ body }) => typeof body === 'object' && body !== null)
  );
}

const textFault: Fault = {
  code: 'EXAMPLE_RESULT',
  message: 'the function reads the body as text, but the body in the example is not text',
  path: ['http'],
  help: 'Write the body as text, or remove `format`.',
};

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? `no ${one}` : `${number} ${number === 1 ? one : many}`;
}
