import { type Transport, TransportError } from '@kosmokrator/runtime';
import { mark } from '@kosmokrator/runtime/internal';
import type { Redactor } from '@kosmokrator/host';

/** A request as a dry run shows it. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for none. */
  readonly body: string | null;
}

/** A transport that keeps the first request and sends nothing. */
export function recordRequest(): { readonly transport: Transport; request(): ShownRequest | undefined } {
  let kept: ShownRequest | undefined;
  return {
    transport: {
      async send({ method, url, headers, body = null }) {
        kept ??= { method, url, headers, body };
        throw new TransportError('a dry run sends nothing', { notSent: true, permanent: true });
      },
    },
    request: () => kept,
  };
}

const secretHeader = /authorization|cookie|token|secret|password|key$/i;

/**
 * Hides the secrets of a request: those that the redactor knows, and whatever a header holds by whose name it may be one.
 * Of `Authorization: Bearer …` the scheme is left.
 */
export function maskRequest(request: ShownRequest, redactor: Pick<Redactor, 'value'>): ShownRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, maskHeader(name, value)]);
  return redactor.value({ ...request, headers: Object.fromEntries(headers) as ShownRequest['headers'] });
}

function maskHeader(name: string, value: string): string {
  if (!secretHeader.test(name) || name === 'idempotency-key') return value;
  const scheme = /^(?:Bearer|Basic|Token) /.exec(value)?.[0] ?? '';
  return `${scheme}${mark}`;
}
