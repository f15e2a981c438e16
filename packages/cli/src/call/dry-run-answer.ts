import type { Answer } from '../output/print-answer.js';
import type { ShownRequest } from './record-request.js';
import { showCurl } from './show-curl.js';

/** The request of a dry run; null for a call that sends none. */
export interface DryRun {
  readonly request: ShownRequest | null;
}

/** The request as HTTP writes it, or as a command for `curl`. */
export function dryRunAnswer({ request }: DryRun, curl: boolean): Answer {
  const shown = request === null ? null : showCurl(request);
  return {
    data: { request, ...(curl && { curl: shown }) },
    text: () =>
      request === null ? 'This call sends no request.\n' : curl ? `${shown}\n` : requestText(request),
  };
}

/** As HTTP writes it, with the whole address. */
function requestText({ method, url, headers, body }: ShownRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${url}`, ...lines, ...(body === null ? [] : ['', body]), ''].join('\n');
}
