import { expect } from 'vitest';
import { reply } from '@kosmokrator/testing/servers/answers';
import type { Certificates } from '@kosmokrator/testing/certificates';
import type { Check, FaultRow } from '../fault-row.js';

const answers = [reply('{}')];
const refused = { read: ['network_error', 1, 0], write: ['network_error', 1, 0] } as const;

export function tlsRows({ good, expired, wrongHost, selfSigned }: Certificates): readonly FaultRow[] {
  return [
    {
      name: 'TLS: expired | wrong host | self-signed | good, for comparison',
      cases: [
        { name: 'expired', answers, tls: expired, ...refused, check: named('CERT_HAS_EXPIRED') },
        {
          name: 'wrong host',
          answers,
          tls: wrongHost,
          ...refused,
          check: named('ERR_TLS_CERT_ALTNAME_INVALID'),
        },
        {
          name: 'self-signed',
          answers,
          tls: selfSigned,
          ...refused,
          check: named('DEPTH_ZERO_SELF_SIGNED_CERT'),
        },
        { name: 'good', answers, tls: good, read: ['ok', 1, 1], write: ['ok', 1, 1] },
      ],
    },
  ];
}

function named(reason: string): Check {
  return ({ error, server }) => {
    expect(error).toMatchObject({ outcome: 'not_sent', retryable: false });
    expect(error!.message).toBe(`${server.origin} cannot be reached: ${reason}`);
  };
}
