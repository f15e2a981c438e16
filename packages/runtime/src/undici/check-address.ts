import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { TransportError, type TransportRequest } from '../transport.js';
import { addressKind, type AddressKind } from './address-kind.js';

/** Which addresses a connection may be made to. */
export type AddressRule = NonNullable<TransportRequest['allowAddresses']>;

/** Finds all addresses of a host name; `dns.lookup` is one. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const permitted: Record<AddressRule, readonly AddressKind[]> = {
  public: ['public'],
  loopback: ['public', 'loopback'],
  private: ['public', 'loopback', 'private'],
};

const ways: Partial<Record<AddressKind, string>> = {
  loopback: '; to allow it, set allowLoopbackHttp on the account',
  private: '; to allow it, set allowPrivateAddresses on the account',
};

/** Why no connection may be made to an address; undefined when it may. */
export function refuseAddress(address: string, rule: AddressRule): TransportError | undefined {
  const kind = addressKind(address);
  if (permitted[rule].includes(kind)) return undefined;
  const message = `its address is ${kind}, not public${ways[kind] ?? ''}`;
  return new TransportError(message, { notSent: true, permanent: true });
}

/** Refuses a host that is itself a forbidden address; names are for `checkedLookup`. */
export function refuseLiteral(hostname: string, rule: AddressRule): TransportError | undefined {
  return isIP(hostname) ? refuseAddress(hostname, rule) : undefined;
}

/** Whether a URL leads to this machine, by the name or the address in it. */
export function isLoopback(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '');
  return /(?:^|\.)localhost$/.test(host) || (isIP(host) !== 0 && addressKind(host) === 'loopback');
}

/**
 * A lookup for sockets: what it returns is what is dialled, so that a name cannot mean one address when it is
 * checked and another when it is used. One forbidden address among several refuses the name.
 */
export function checkedLookup(rule: AddressRule, resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      const refused = addresses?.map(({ address }) => refuseAddress(address, rule)).find(Boolean);
      const failure = error ?? refused ?? (first ? null : new Error('the host has no address'));
      if (failure || options.all) done(failure, failure ? [] : addresses);
      else done(null, first!.address, first!.family);
    });
  };
}
