import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Answer, Question } from './messages.js';

/** Asks the main thread and blocks this one until the answer is there. */
export type AskMain = (question: Question) => Answer;

/** Works anywhere in a script (a comparator, a metamethod, a coroutine), since nothing yields. */
export function connectMain(port: MessagePort, answered: Int32Array): AskMain {
  return (question) => {
    Atomics.store(answered, 0, 0);
    port.postMessage(question);
    // Again when the wake-up was meant for the last answer, which this thread had seen without waiting.
    while (Atomics.load(answered, 0) === 0) Atomics.wait(answered, 0, 0);
    return receiveMessageOnPort(port)!.message as Answer;
  };
}
