import { quoteForShell } from '../terminal/quote-for-shell.js';
import type { ShownRequest } from './record-request.js';

/** A request as a command for a POSIX shell. `curl` takes it as it is: nothing in it is a file name or a pattern. */
export function showCurl({ method, url, headers, body }: ShownRequest): string {
  const parts = [
    `curl -X ${method} --globoff ${quoteForShell(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoteForShell(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quoteForShell(body)}`]),
  ];
  return parts.join(' \\\n  ');
}
