// Several headers arrive joined with commas. A date begins with a day, which two of the three forms end with a comma.
const values = /(?:^|,)\s*(-?(?:\d*\.)?\d+\s*|[a-z]+,? [\w -]+:[\w: ]+)(?=,|$)/gi;

/**
 * Milliseconds that `Retry-After` asks for: the first value that is a number of seconds
 * or an HTTP date, in any of the three forms of RFC 9110, section 5.6.7. 0 for a time that
 * is past; undefined when nothing in it can be read. A date is taken relative to the
 * reply's own `Date`, so that wrong clocks do no harm.
 */
export function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const { 'retry-after': header = '', date = '' } = headers;
  for (const [, text] of header.matchAll(values)) {
    // asctime names no zone, and means GMT; twice it does no harm.
    const wait =
      text! > 'A'
        ? Date.parse(text + ' GMT') - (Date.parse(date + ' GMT') || Date.now())
        : Number(text) * 1000;
    if (wait === wait) return Math.min(Math.max(0, Math.round(wait)), 2 ** 53 - 1);
  }
  return undefined;
}
