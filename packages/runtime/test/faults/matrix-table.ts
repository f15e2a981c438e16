import type { Column } from './call.js';
import type { Expected, FaultRow } from './fault-row.js';
import type { CaseResult } from './run-case.js';

/** One cell of the matrix: what each transport made of each case. */
export interface Cell {
  readonly number: number;
  readonly row: FaultRow;
  readonly column: Column;
  /** By transport, in the order of the row's cases. */
  readonly results: Readonly<Record<string, readonly CaseResult[]>>;
}

export const holds = ({ results }: Cell) =>
  Object.values(results)
    .flat()
    .every(({ problem }) => !problem);

/** The matrix as text: a line a cell, values in the order of its cases, `x3` for three alike. */
export function matrixTable(cells: readonly Cell[]): string {
  const header = ['row', 'column', 'expected', 'got', 'attempts', 'executions', 'verdict'];
  const lines = cells.map((cell) => {
    const { number, row, column, results } = cell;
    const got = (at: 0 | 1 | 2) => {
      const texts = Object.values(results).map((each) => inTurn(each.map((one) => one.got[at])));
      return [...new Set(texts)].join(' / ');
    };
    const expected = inTurn(row.cases.map((fault) => fault[column][0]));
    const verdict = holds(cell) ? 'holds' : 'FAILS';
    return [`${number} ${row.name}`, column, expected, got(0), got(1), got(2), verdict];
  });
  const widths = header.map((_, at) => Math.max(...[header, ...lines].map((line) => line[at]!.length)));
  const show = (line: readonly string[]) =>
    line
      .map((text, at) => text.padEnd(widths[at]!))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [show(header), rule, ...lines.map(show)].join('\n');
}

/** Everything that does not hold, and why. */
export function problems(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ number, row, column, results }) =>
    Object.entries(results).flatMap(([transport, each]) =>
      each.flatMap(({ problem }, at) =>
        problem ? [`${number} ${row.cases[at]!.name}, ${column}, ${transport}: ${problem}`] : [],
      ),
    ),
  );
}

function inTurn(values: readonly Expected[number][]): string {
  const runs: { value: Expected[number]; times: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.times += 1;
    else runs.push({ value, times: 1 });
  }
  return runs.map(({ value, times }) => (times === 1 ? `${value}` : `${value} x${times}`)).join(', ');
}
