/** The rules for where requests may go. */
export interface BaseUrlRules {
  /** Hosts it may name; `*.` stands for any subdomain. Absent: any. */
  readonly hosts?: readonly string[] | undefined;
  /** Permits loopback hosts, over http:// too. */
  readonly allowLoopbackHttp?: boolean | undefined;
}

/** The base URL without a trailing slash, or the rule that it breaks, in words. */
export function checkBaseUrl(
  text: string,
  rules: BaseUrlRules,
): { readonly base: string; readonly rule?: never } | { readonly base?: never; readonly rule: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return { rule: 'must be a URL' };
  const loopback = isLoopback(url.hostname);
  const local = loopback && rules.allowLoopbackHttp === true;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    return { rule: loopback ? 'must be https:// unless loopback http is allowed' : 'must be https://' };
  }
  if (url.username || url.password) return { rule: 'must not hold a user name or password' };
  if (/[?#]/.test(text)) return { rule: 'must not hold a query or a fragment' };
  if (rules.hosts && !local && !rules.hosts.some((host) => hostMatches(url.hostname, host))) {
    return { rule: `must name one of these hosts: ${rules.hosts.join(', ')}` };
  }
  return { base: url.origin + url.pathname.replace(/\/+$/, '') };
}

function hostMatches(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  return host.endsWith(pattern.slice(1)) && host.length >= pattern.length;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
