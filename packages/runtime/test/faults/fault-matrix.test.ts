import tls from 'node:tls';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Column } from './call.js';
import { type Certificates, makeCertificates } from '@kosmokrator/testing/certificates';
import type { FaultRow } from './fault-row.js';
import { type Cell, holds, matrixTable, problems } from './matrix-table.js';
import { faultRows } from './rows/index.js';
import { type CaseResult, runCase } from './run-case.js';
import { openTransport, transports } from '../../testing/transports.js';

const columns: readonly Column[] = ['read', 'write'];
let certificates: Certificates;

beforeAll(async () => {
  certificates = await makeCertificates();
  // Both transports dial through this function; neither has another way to trust a test's authority.
  const dial = tls.connect as (options: tls.ConnectionOptions) => tls.TLSSocket;
  const ca = certificates.authority.cert;
  vi.spyOn(tls, 'connect').mockImplementation(((options: tls.ConnectionOptions) =>
    dial({ ...options, ca })) as typeof tls.connect);
});

/** Runs a row's cases in both columns, side by side, over one transport after the other. */
async function runRow(row: FaultRow, number: number): Promise<Cell[]> {
  const results: Record<Column, Record<string, readonly CaseResult[]>> = { read: {}, write: {} };
  for (const [name, create] of transports) {
    const open = await openTransport(create, row.patience);
    const run = async (column: Column) => {
      results[column][name] = await Promise.all(row.cases.map((fault) => runCase(fault, column, open)));
    };
    await Promise.all(columns.map(run));
    await open.close();
  }
  return columns.map((column) => ({ number, row, column, results: results[column] }));
}

test('every cell of the fault matrix holds, over every transport', { timeout: 180_000 }, async () => {
  const cells: Cell[] = [];
  for (const [at, row] of faultRows(certificates).entries()) {
    cells.push(...(await runRow(row, at + 1)));
  }
  const held = cells.filter(holds).length;
  const notes = cells.flatMap(({ results }) =>
    Object.entries(results).flatMap(([name, each]) =>
      each.flatMap(({ note }) => (note ? [`${note}, over ${name}`] : [])),
    ),
  );
  const title = `fault matrix over ${transports.map(([name]) => name).join(' and ')}`;
  const lines = [title, matrixTable(cells), ...notes, ...problems(cells)];
  console.log([...lines, `fault matrix: ${held} of ${cells.length}`].join('\n'));
  expect(problems(cells)).toEqual([]);
  expect(cells).toHaveLength(40);
});
