import { fail } from '../../error.js';
import type { Scope } from '../../operation.js';

/** One link of a Link header: where it leads, and the first value of each of its parameters. */
export interface Link {
  readonly target: string;
  /** Lower-case names. */
  readonly params: ReadonlyMap<string, string>;
}

// Each of these takes what it can and leaves the rest: no part of one matches what the part after it begins with, so that
// none of them goes back over what it has read.
const start = /\s*<([^<>]*)>/y;
const param = /\s*;\s*([^\s=;,]*)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;,]*)))?/sy;
const rest = /(?:[^",]|"(?:[^"\\]|\\.)*(?:"|$)?)*,?/sy;

/**
 * The links of a Link header, whose lines are joined by commas (RFC 8288, section 3 and appendix B). What is no link is
 * skipped up to the next comma; it may be a line of its own.
 */
export function parseLinks(header: string): Link[] {
  const links: Link[] = [];
  let at = 0;
  const take = (part: RegExp) => {
    part.lastIndex = at;
    const found = part.exec(header);
    if (found) at = part.lastIndex;
    return found;
  };
  while (at < header.length) {
    const target = take(start)?.[1];
    const params = new Map<string, string>();
    for (let found = target !== undefined && take(param); found; found = take(param)) {
      const [, name = '', quoted, plain = ''] = found;
      const key = name.toLowerCase();
      if (!params.has(key)) params.set(key, quoted?.replace(/\\(.)/gs, '$1') ?? plain.trim());
    }
    if (target !== undefined) links.push({ target, params });
    take(rest);
  }
  return links;
}

/**
 * The address of the next page, by the Link header of the page at `url`; undefined after the last. Throws `bad_response`
 * when it is on another origin, since the credentials go with it.
 */
export function nextLink({ headers }: Scope, url: string): string | undefined {
  const next = parseLinks(headers?.['link'] ?? '').find(({ params }) => {
    const anchor = params.get('anchor');
    const relations = (params.get('rel') ?? '').toLowerCase().split(/\s+/);
    return relations.includes('next') && (anchor === undefined || resolve(anchor, url)?.href === url);
  });
  if (!next) return undefined;
  const link = resolve(next.target, url);
  if (!link) fail('bad_response', 'the link to the next page is not a URL', { outcome: 'done' });
  if (link.origin !== new URL(url).origin)
    fail('bad_response', 'the next page is on another origin', { outcome: 'done' });
  // Without a fragment and a user name, which are not sent.
  return link.origin + link.pathname + link.search;
}

function resolve(reference: string, base: string): URL | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base) : undefined;
}
