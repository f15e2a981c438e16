/** What a reader of lines finds. */
export interface LineListener {
  /** A line without its line break. */
  readonly line: (bytes: Buffer) => void;
  /** The beginning and the end of a line that was too long to be kept. */
  readonly tooLong: (start: Buffer, end: Buffer) => void;
}

const lineBreak = 0x0a;
const keptBytes = 256;

/**
 * Takes bytes as they come, and tells of each line when it has ended. Of one that is longer than `most` bytes, no more than
 * that is ever held.
 */
export function createLineReader(most: number, { line, tooLong }: LineListener): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  let start: Buffer | undefined;

  function add(part: Buffer): void {
    size += part.length;
    parts.push(part);
    if (size <= most) return;
    const all = Buffer.concat(parts);
    start ??= Buffer.from(all.subarray(0, keptBytes));
    parts = [Buffer.from(all.subarray(-keptBytes))];
  }

  function end(): void {
    const bytes = Buffer.concat(parts);
    const tooLongStart = start;
    [parts, size, start] = [[], 0, undefined];
    if (tooLongStart) tooLong(tooLongStart, bytes);
    else line(bytes);
  }

  return (chunk) => {
    let from = 0;
    for (let at = chunk.indexOf(lineBreak); at !== -1; at = chunk.indexOf(lineBreak, from)) {
      add(chunk.subarray(from, at));
      end();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  };
}
