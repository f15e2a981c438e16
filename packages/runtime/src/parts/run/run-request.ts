import { buildRequest } from '../../http/build-request.js';
import { type Call, callScope } from '../../call.js';
import type { Scope } from '../../operation.js';
import { send } from '../../http/send.js';

/** `run` of a function with one request. */
export async function runRequest(call: Call): Promise<Scope> {
  const request = call.operation.steps[0]!;
  await send(call, request, buildRequest(call, request));
  return callScope(call);
}
