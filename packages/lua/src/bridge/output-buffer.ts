import type { Redactor } from '@kosmokrator/host';

const headerBytes = 12;
const lineBreak = 0x0a;
const cutMark = '\n[output cut: the limit is reached]\n';

/** What a script prints, in shared memory from `offset` to its end. */
export class OutputBuffer {
  readonly #header: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(memory: SharedArrayBuffer, offset: number) {
    this.#header = new Int32Array(memory, offset, 3);
    this.#bytes = new Uint8Array(memory, offset + headerBytes);
  }

  /** Memory that takes so many bytes of text. */
  static size(bytes: number): number {
    return headerBytes + bytes;
  }

  /** Bytes of text in it. */
  get used(): number {
    return Atomics.load(this.#header, 0);
  }

  clear(): void {
    this.#header.fill(0);
  }

  /** Adds what fits. True for the first time since `seen`. */
  write(text: Uint8Array): boolean {
    const { used } = this;
    const kept = text.subarray(0, this.#bytes.length - used);
    this.#bytes.set(kept, used);
    Atomics.store(this.#header, 0, used + kept.length);
    if (kept.length < text.length) Atomics.store(this.#header, 1, 1);
    return Atomics.exchange(this.#header, 2, 1) === 0;
  }

  /** Called when the output has been read: what is printed from now on is new. */
  seen(): void {
    Atomics.store(this.#header, 2, 0);
  }

  /** All that was printed from a byte on, without secrets; bytes that are not UTF-8 are replaced. */
  read(redactor: Pick<Redactor, 'text'>, from = 0): string {
    const cut = Atomics.load(this.#header, 1) === 1;
    // A decoder does not take shared memory. As a stream it drops a character that the cut went through.
    const bytes = this.#bytes.slice(from, this.used);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes), {
      stream: cut,
    });
    const shown = redactor.text(text, { cut });
    return cut ? shown + cutMark : shown;
  }

  /** The byte behind the last line break, from a byte on: what is whole so far. */
  wholeLines(from: number): number {
    return from + this.#bytes.subarray(from, this.used).lastIndexOf(lineBreak) + 1;
  }

  /** What was printed in between two ends of lines, without secrets, none of which goes over the end of a line. */
  readLines(redactor: Pick<Redactor, 'text'>, from: number, to: number): string {
    return redactor.text(new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes.slice(from, to)));
  }
}
