/**
 * From the start of `kosmo mcp serve` as a process until it has answered `tools/list` over standard output, as a client
 * sees it; beside a bare `node -e 0` and `kosmo --version`, all in turn.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measure, median } from './generate/measure.js';
import { printTable } from './shared/print-table.js';

const rounds = 9;
const most = 1.6;
const kosmo = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url));
const client = { name: 'bench', version: '1' };
const messages = [
  {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: client },
  },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/list', params: {} },
];

const [bare, version, listed]: [number[], number[], number[]] = [[], [], []];
let tools = 0;
for (let round = 0; round < rounds; round += 1) {
  bare.push((await measure(['-e', '0'])).milliseconds);
  version.push((await measure([kosmo, '--version'])).milliseconds);
  listed.push(await timeList());
}
const ratio = (times: readonly number[]) => `${(median(times) / median(bare)).toFixed(2)} x`;
const ms = (times: readonly number[]) => `${median(times).toFixed(0)} ms`;
printTable([
  ['', 'median', '/ node -e 0', 'goal', ''],
  ['node -e 0', ms(bare), '', '', ''],
  ['kosmo --version', ms(version), ratio(version), '', ''],
  [
    `kosmo mcp serve, until ${tools} tools are listed`,
    ms(listed),
    ratio(listed),
    `${most} x`,
    median(listed) <= most * median(bare) ? 'held' : 'MISSED',
  ],
]);

async function timeList(): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [kosmo, 'mcp', 'serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const answer = text.split('\n').find((line) => line.endsWith('}') && line.includes('"id":2'));
    if (answer === undefined) continue;
    const milliseconds = performance.now() - start;
    tools = (JSON.parse(answer) as { result: { tools: unknown[] } }).result.tools.length;
    child.stdin.end();
    await ended;
    return milliseconds;
  }
  throw new Error('kosmo mcp serve ended without an answer');
}
