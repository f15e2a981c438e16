/**
 * HTTP proxies by the protocol of the request, as addresses with `http://` or `https://`. Hosts that are loopback by name or
 * address are never asked for through one. A proxy finds the address of a host itself, so that only its name and a literal
 * address are checked here.
 */
export interface Proxies {
  readonly https?: string | undefined;
  /** Default for https, too. */
  readonly http?: string | undefined;
  /** Hosts that are reached directly, as in NO_PROXY. */
  readonly except?: string | undefined;
}
