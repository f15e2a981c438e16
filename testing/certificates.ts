import { generate } from 'selfsigned';

type Settings = NonNullable<Parameters<typeof generate>[1]>;

/** A key and its certificate, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface Certificates {
  /** What clients must trust to accept the good one. */
  readonly authority: Certificate;
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly wrongHost: Certificate;
  readonly selfSigned: Certificate;
  /** For `api.vendor.example`. */
  readonly named: Certificate;
}

const day = 86_400_000;

/** Makes certificates for 127.0.0.1, all but one of which a client must refuse, and one for a host with a name. */
export async function makeCertificates(): Promise<Certificates> {
  const authority = await issue('Test Authority', {
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const ca = authority;
  const past = {
    notBeforeDate: new Date(Date.now() - 9 * day),
    notAfterDate: new Date(Date.now() - 2 * day),
  };
  return {
    authority,
    good: await issue('good', { ca, ...forAddress('127.0.0.1') }),
    expired: await issue('expired', { ca, ...forAddress('127.0.0.1'), ...past }),
    wrongHost: await issue('elsewhere', { ca, ...forAddress('127.0.0.2') }),
    selfSigned: await issue('self-signed', forAddress('127.0.0.1')),
    named: await issue('named', {
      ca,
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'api.vendor.example' }] }],
    }),
  };
}

async function issue(commonName: string, options: Settings): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...options,
  });
  return { key: made.private, cert: made.cert };
}

function forAddress(ip: string): Settings {
  return { extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }] };
}
