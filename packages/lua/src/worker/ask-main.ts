import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Answer, Question } from '../bridge/messages.js';

/** Asks the main thread and blocks this one until the answer is there. */
export type AskMain = (question: Question) => Answer;

// A quick answer is there before a thread that sleeps could be woken, which takes longer the quieter the machine is:
// some tenths of a millisecond of looking go before. After answers that take longer, less.
const [most, least] = [40_000, 1_000];
const quickMs = 0.3;

/** Works anywhere in a script (a comparator, a metamethod, a coroutine), since nothing yields. */
export function connectMain(port: MessagePort, answered: Int32Array): AskMain {
  let patience = most;
  return (question) => {
    const asked = performance.now();
    Atomics.store(answered, 0, 0);
    port.postMessage(question);
    for (let looks = 0; looks < patience && Atomics.load(answered, 0) === 0; looks += 1);
    // `Atomics.wait` may return for the previous answer, which this thread has read without waiting; so it looks again.
    while (Atomics.load(answered, 0) === 0) Atomics.wait(answered, 0, 0);
    patience = performance.now() - asked < quickMs ? most : Math.max(patience / 2, least);
    return receiveMessageOnPort(port)!.message as Answer;
  };
}
