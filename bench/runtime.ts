/**
 * How fast one read of one key is: our SDK over both transports, beside the vendor's own client and a bare
 * `undici.request`. All clients take turns against one server in a process of its own; each figure is the median of
 * the rounds, each ratio that of the same round.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './generate/measure.js';
import { type Client, createClients } from './runtime/clients.js';

const rounds = 7;
const loads = [
  { inFlight: 1, calls: 1_000 },
  { inFlight: 50, calls: 5_000 },
  { inFlight: 1_000, calls: 10_000 },
];

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of this process, in microseconds a call. */
  readonly cpu: number;
}

const server = fork(fileURLToPath(new URL('runtime/server.ts', import.meta.url)));
const port = await new Promise((listening) => server.once('message', listening));
const clients = createClients(`http://127.0.0.1:${port}`);
for (const { inFlight, calls } of loads) {
  const results = new Map<Client, Round[]>(clients.map((client) => [client, []]));
  for (const client of clients) await run(client, inFlight, calls / 5);
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes first has the quieter machine or the colder cache: they take turns at it.
    const order = clients.map((_, index) => clients[(index + round) % clients.length]!);
    for (const client of order) results.get(client)!.push(await run(client, inFlight, calls));
  }
  print(`${inFlight.toLocaleString('en-US')} in flight`, results);
}
await Promise.all(clients.map((client) => client.close?.()));
server.disconnect();

async function run(client: Client, inFlight: number, calls: number): Promise<Round> {
  const times: number[] = [];
  let left = calls;
  const caller = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const value = await client.get('user:7');
      times.push(performance.now() - start);
      if (value !== 'Ada Lovelace') throw new Error(`${client.name} got ${JSON.stringify(value)}`);
    }
  };
  const cpu = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: inFlight }, caller));
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const perSecond = (calls / milliseconds) * 1000;
  return { perSecond, p50: at(0.5), p99: at(0.99), cpu: (user + system) / calls };
}

function print(title: string, results: ReadonlyMap<Client, readonly Round[]>): void {
  const rowsOf = (name: string) => [...results].find(([client]) => client.name === name)?.[1] ?? [];
  const ratio = (own: readonly Round[], other: string) =>
    `${median(own.map(({ perSecond }, round) => perSecond / rowsOf(other)[round]!.perSecond)).toFixed(2)} x`;
  const heads = ['calls/s', 'p50 ms', 'p99 ms', 'CPU µs', '/ @upstash/redis', '/ undici.request'];
  console.log([title.padEnd(26), ...heads.map((head) => head.padStart(17))].join(''));
  for (const [{ name }, own] of results) {
    const of = (key: keyof Round) => median(own.map((round) => round[key]));
    const cells = [
      Math.round(of('perSecond')).toLocaleString('en-US'),
      of('p50').toFixed(2),
      of('p99').toFixed(2),
      Math.round(of('cpu')).toString(),
      ratio(own, '@upstash/redis'),
      ratio(own, 'undici.request'),
    ];
    console.log([`  ${name}`.padEnd(26), ...cells.map((cell) => cell.padStart(17))].join(''));
  }
}
