import type { ShownRequest } from './record-request.js';

/** A request as a command for a POSIX shell. `curl` takes it as it is: nothing in it is a file name or a pattern. */
export function showCurl({ method, url, headers, body }: ShownRequest): string {
  const parts = [
    `curl -X ${method} --globoff ${quote(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-raw ${quote(body)}`]),
  ];
  return parts.join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
