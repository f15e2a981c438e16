import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface Certificates {
  /** The file of the authority that signs all but `selfSigned`. */
  readonly authority: string;
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly wrongHost: Certificate;
  readonly selfSigned: Certificate;
}

const keyOptions = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Certificates for `localhost`, made by openssl; undefined where it is not installed. */
export function makeCertificates(): Certificates | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-tls-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const read = (name: string): Certificate => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
  });
  const selfSign = (name: string) => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`];
    const names = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost'];
    openssl('req', '-x509', '-days', '2', ...keyOptions, ...files, ...names);
  };
  const sign = (name: string, host: string, days: string) => {
    openssl('req', ...keyOptions, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${host}`);
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=DNS:${host}`);
    const issuer = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'];
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`];
    openssl('x509', '-req', '-days', days, ...issuer, ...files);
    return read(name);
  };
  try {
    openssl('version');
  } catch {
    return undefined;
  }
  selfSign('authority');
  selfSign('self');
  return {
    authority: join(folder, 'authority.pem'),
    good: sign('good', 'localhost', '2'),
    expired: sign('expired', 'localhost', '-1'),
    wrongHost: sign('other', 'other.example', '2'),
    selfSigned: read('self'),
  };
}
