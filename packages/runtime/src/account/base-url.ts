/** The rules for where requests may go. */
export interface BaseUrlRules {
  /** Hosts it may name; `*.` stands for any subdomain. Absent: any. */
  readonly hosts?: readonly string[] | undefined;
  /** Permits loopback hosts, over http:// too. */
  readonly allowLoopbackHttp?: boolean | undefined;
}

/** The rule that a base URL breaks, in words that hold nothing of it. */
export function baseUrlRule(text: string, { hosts, allowLoopbackHttp }: BaseUrlRules): string | undefined {
  if (!URL.canParse(text)) return 'must be a URL';
  const { href, hostname } = new URL(text);
  const local = allowLoopbackHttp && /^(localhost|\[::1]|127(\.\d+){3})$/.test(hostname);
  if (!(local ? /^https?:/ : /^https:/).test(href))
    return 'must be https://, or http:// on loopback with allowLoopbackHttp';
  if (/^\w+:\/\/[^/]*@|[?#]/.test(href)) return 'must not hold a user name, password, query or fragment';
  if (
    hosts &&
    !local &&
    !hosts.some((host) => (host[0] === '*' ? hostname.slice(1).endsWith(host.slice(1)) : hostname === host))
  )
    return `must be on ${hosts.join(', ')}`;
  return undefined;
}
