// Several headers arrive joined with commas; a date holds a comma of its own.
const values = /(?:^|,)\s*(-?(?:\d*\.)?\d+|\w{3}, [\w: ]+ GMT)\s*(?=,|$)/gi;

/**
 * Milliseconds that `Retry-After` asks for: the first value that is a number of seconds
 * or an HTTP date. 0 for a time that is past; undefined when nothing in it can be read.
 * A date is taken relative to the reply's own `Date`, so that wrong clocks do no harm.
 */
export function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const { 'retry-after': header = '', date = '' } = headers;
  for (const [, text] of header.matchAll(values)) {
    const wait = text!.includes(':')
      ? Date.parse(text!) - (Date.parse(date) || Date.now())
      : Number(text) * 1000;
    if (wait === wait) return Math.min(Math.max(0, Math.round(wait)), 2 ** 53 - 1);
  }
  return undefined;
}
