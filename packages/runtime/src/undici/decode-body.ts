import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { TransportError } from '../transport.js';

/** Encodings that are asked for, in the words of `accept-encoding`. */
export const acceptedEncodings = 'gzip, br, deflate';

/** More than this many, one in another, is an attack and no service. */
const maxEncodings = 2;

const createDecoders: Record<string, (firstByte: number) => Transform> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  // "deflate" is zlib's format by its standard; some servers leave the wrapper out.
  deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw()),
};

/** Takes a body as it comes and passes it on decoded. */
export interface BodyDecoder {
  /** False: wait for `drained` before the next chunk. */
  write(chunk: Uint8Array): boolean;
  end(): void;
  destroy(): void;
}

export interface BodyEvents {
  /** A decoded part. */
  readonly data: (chunk: Uint8Array) => void;
  /** Some stage gave more than `maxBytes`. */
  readonly overflow: () => void;
  readonly drained: () => void;
  readonly end: () => void;
  readonly error: (error: Error) => void;
}

/** The codings of a `content-encoding`, the last applied first. Throws a `TransportError` on one that is unknown. */
export function readEncodings(header: string | undefined): string[] {
  if (!header) return [];
  const names = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const unknown = names.find((name) => !Object.hasOwn(createDecoders, name));
  const problem = unknown !== undefined ? 'an encoding that was not requested' : 'too many encodings';
  if (unknown === undefined && names.length <= maxEncodings) return names.toReversed();
  throw new TransportError(`the reply has ${problem}`, { notSent: false, permanent: true });
}

/** Undoes the encodings one after the other; every stage is held to `maxBytes`, so that none can be a bomb. */
export function decodeBody(
  encodings: readonly string[],
  firstByte: number,
  maxBytes: number,
  events: BodyEvents,
): BodyDecoder {
  const stages = encodings.map((name, index) => createDecoders[name]!(index === 0 ? firstByte : 8));
  for (const [index, stage] of stages.entries()) {
    let size = 0;
    const next = stages[index + 1];
    stage.on('error', events.error).on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > maxBytes) events.overflow();
      else if (!next) events.data(chunk);
    });
    if (next) stage.pipe(next);
    else stage.on('end', events.end);
  }
  const first = stages[0]!;
  first.on('drain', events.drained);
  return {
    write: (chunk) => first.write(chunk),
    end: () => void first.end(),
    destroy: () => stages.forEach((stage) => stage.destroy()),
  };
}
