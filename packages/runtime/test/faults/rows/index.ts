import type { Certificates } from '@kosmokrator/testing/certificates';
import type { FaultRow } from '../fault-row.js';
import { callerRows } from './caller-rows.js';
import { connectionRows } from './connection-rows.js';
import { redirectRows } from './redirect-rows.js';
import { replyRows } from './reply-rows.js';
import { stalledRows } from './stalled-rows.js';
import { statusRows } from './status-rows.js';
import { tlsRows } from './tls-rows.js';

/** The twenty rows of the fault matrix. */
export function faultRows(certificates: Certificates): readonly FaultRow[] {
  return [
    ...connectionRows,
    ...stalledRows,
    ...statusRows,
    ...redirectRows(certificates),
    ...replyRows,
    ...tlsRows(certificates),
    ...callerRows,
  ];
}
