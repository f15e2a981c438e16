import { showReply } from '../text/show-text.js';

/** The service's own id of a request, under the names that are in use for it. */
export function requestId(
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): string | undefined {
  const names = ['x-request-id', 'request-id', 'x-amzn-requestid', 'x-correlation-id', 'cf-ray'];
  const name = names.find((one) => headers[one]);
  return name && showReply(headers[name]!, secrets, 128);
}
