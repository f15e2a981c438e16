import { spawn } from 'node:child_process';

export interface Measurement {
  readonly milliseconds: number;
  /** Peak resident set; 0 unless asked for. */
  readonly mebibytes: number;
  readonly stdout: string;
}

/** Preloaded to report the peak of a process on descriptor 3, where its own output does not go. */
const reportPeak = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`,
)}`;

/** Runs node to its end, and measures the time from before its start until after its end. */
export async function measure(args: readonly string[], { peak = false } = {}): Promise<Measurement> {
  const start = performance.now();
  const child = spawn(process.execPath, [...(peak ? ['--import', reportPeak] : []), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [stdout, kibibytes, code] = await Promise.all([
    collect(child.stdio[1]),
    collect(child.stdio[3]),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve)),
  ]);
  const milliseconds = performance.now() - start;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return { milliseconds, mebibytes: Number(kibibytes) / 1024, stdout };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function collect(stream: unknown): Promise<string> {
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}
