import { OutputBuffer } from './output-buffer.js';

/** What a worker and the main thread see at the same time, and what is still there when the worker was killed. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
  /** One cell: 1 once the answer to the worker's question lies in its channel. */
  readonly answered: Int32Array;
  /** One cell: most bytes of Lua memory that the script has had in use at one time. */
  readonly peak: Uint32Array;
  readonly output: OutputBuffer;
}

const outputOffset = 8;

/** For one worker, with room for `outputBytes` of what its script prints. */
export function createSharedMemory(outputBytes: number): SharedMemory {
  return viewSharedMemory(new SharedArrayBuffer(outputOffset + OutputBuffer.size(outputBytes)));
}

/** Clears the cells, so that the memory can serve another worker. */
export function clearSharedMemory({ buffer }: SharedMemory): void {
  new Uint8Array(buffer).fill(0);
}

/** Opens the same memory on the other thread. */
export function viewSharedMemory(buffer: SharedArrayBuffer): SharedMemory {
  return {
    buffer,
    answered: new Int32Array(buffer, 0, 1),
    peak: new Uint32Array(buffer, 4, 1),
    output: new OutputBuffer(buffer, outputOffset),
  };
}
