import type { ApiHandler, ApiReply, ApiRequest } from '../http/api-message.js';
import type { Command, RedisBackend } from '../redis/backend.js';
import { isFailure } from '../redis/reply.js';
import { refuseCommand, toRedis, type Access } from './command-rules.js';
import { encodeError, encodeReply, type TextEncoding } from './encode-reply.js';
import { CommandSyntaxError, parseCommand, parseCommands, parsePathCommand } from './parse-command.js';
import type { ServedDatabase } from './rest-database.js';
import { readReply } from './vendor-additions.js';

/** Largest request that the vendor takes on its free plan, in bytes. */
export const maxRequestBytes = 10 * 1024 * 1024;

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT']);

/** Stands for the command of which only an error tells. */
const noCommand: Command = [''];

interface Call {
  readonly request: ApiRequest;
  readonly access: Access;
  readonly encoding: TextEncoding;
}

/**
 * The Redis REST API of one database: `POST /`, `/pipeline`, `/multi-exec` and the path form.
 * Source: https://upstash.com/docs/redis/features/restapi
 */
export function createDatabaseHandler(database: ServedDatabase, backend: RedisBackend): ApiHandler {
  let served = 0;

  async function runOne(command: Command, { access, encoding }: Call): Promise<ApiReply> {
    const refusal = refuseCommand(command, access);
    if (refusal !== undefined) return errorReply(400, refusal);
    const [given = null] = await backend.run(database.index, [toRedis(command)]);
    const reply = readReply(given, command, backend);
    return textReply(isFailure(reply) ? 400 : 200, encodeReply(reply, encoding));
  }

  /** Refused commands fail in their place; the others run. */
  async function runPipeline({ request, access, encoding }: Call): Promise<ApiReply> {
    const commands = parseCommands(request.body);
    const refusals = commands.map((command) => refuseCommand(command, access));
    const runnable = commands.filter((_, index) => refusals[index] === undefined).map(toRedis);
    const replies = (await backend.run(database.index, runnable)).values();
    const encoded = commands.map((command, index) => {
      const refusal = refusals[index];
      if (refusal !== undefined) return encodeError(refusal);
      return encodeReply(readReply(replies.next().value ?? null, command, backend), encoding);
    });
    return textReply(200, `[${encoded.join(',')}]`);
  }

  /** One refused command discards the whole transaction. */
  async function runTransaction({ request, access, encoding }: Call): Promise<ApiReply> {
    const commands = parseCommands(request.body);
    const refusal = commands.map((command) => refuseCommand(command, access)).find((text) => text);
    if (refusal !== undefined) return errorReply(400, refusal);
    const replies = await backend.transact(database.index, commands.map(toRedis));
    if (isFailure(replies))
      return textReply(400, encodeReply(readReply(replies, noCommand, backend), encoding));
    const encoded = commands.map((command, index) =>
      encodeReply(readReply(replies[index] ?? null, command, backend), encoding),
    );
    return textReply(200, `[${encoded.join(',')}]`);
  }

  const batches: Readonly<Record<string, (call: Call) => Promise<ApiReply>>> = {
    '/pipeline': runPipeline,
    '/multi-exec': runTransaction,
  };

  async function dispatch(call: Call): Promise<ApiReply> {
    const { request } = call;
    const batch = batches[request.path];
    if (batch !== undefined) return hasBody(request) ? batch(call) : methodNotAllowed();
    if (request.path !== '/') return runOne(parsePathCommand(request), call);
    return runOne(parseCommand(request.body), call);
  }

  return async (request) => {
    if (!methods.has(request.method)) return methodNotAllowed();
    const access = findAccess(request, database);
    if (access === undefined) return errorReply(401, 'WRONGPASS invalid or missing auth token');
    const format = request.headers['upstash-response-format'] ?? 'json';
    if (format !== 'json') return errorReply(400, 'ERR this emulator supports only the format json');
    const encoding = request.headers['upstash-encoding'] === 'base64' ? 'base64' : 'utf8';
    try {
      const reply = await dispatch({ request, access, encoding });
      served += 1;
      const token = Buffer.from(`${database.index}:${served}`).toString('base64');
      return { ...reply, headers: { ...reply.headers, 'upstash-sync-token': token } };
    } catch (error) {
      if (error instanceof CommandSyntaxError) return errorReply(400, error.message);
      throw error;
    }
  };
}

/** Answer to a request over `maxRequestBytes`. */
export function oversizedRequest(bytes: number): ApiReply {
  const page = 'https://upstash.com/docs/redis/troubleshooting/max_request_size_exceeded';
  const text = `ERR max request size exceeded. Limit: ${maxRequestBytes} bytes, Actual: ${bytes} bytes`;
  return errorReply(400, `${text}. See ${page} for details`);
}

export function errorReply(status: number, message: string): ApiReply {
  return textReply(status, encodeError(message));
}

function findAccess({ headers, query }: ApiRequest, database: ServedDatabase): Access | undefined {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? query.get('_token');
  if (!token) return undefined;
  if (token === database.token) return 'standard';
  return token === database.readOnlyToken ? 'read-only' : undefined;
}

function hasBody({ method }: ApiRequest): boolean {
  return method === 'POST' || method === 'PUT';
}

function methodNotAllowed(): ApiReply {
  return errorReply(405, 'ERR method not allowed');
}

function textReply(status: number, body: string): ApiReply {
  return { status, headers: { 'content-type': 'application/json' }, body };
}
