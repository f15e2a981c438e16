import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** A question to this process; each is one message. */
export type Question =
  | { readonly id: number; readonly ask: 'get' | 'delete'; readonly item: string }
  | { readonly id: number; readonly ask: 'set'; readonly item: string; readonly value: string };

/** An answer of this process: the value, or why there is none. Without both, there is no such item, or the work is done. */
export interface Answer {
  readonly id: number;
  readonly value?: string | boolean;
  readonly problem?: string;
}

const service = 'kosmokrator';

// The library waits for the keychain in native code, which stops its thread for good when no answer comes. That thread is
// not the one which learns that nobody waits any more: then both end, whatever they are in.
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  process.on('message', (question) => worker.postMessage(question));
  worker.on('message', (answer: Answer) => void process.send?.(answer));
  const end = () => process.kill(process.pid, 'SIGKILL');
  process.once('disconnect', end);
  // The other process may have ended before this one was up.
  if (!process.connected) end();
  // Ctrl-C reaches all processes of a terminal, and what is being stored is for the other one to give up.
  process.on('SIGINT', () => {});
} else {
  parentPort!.on('message', async (question: Question) => parentPort!.postMessage(await answerTo(question)));
}

async function answerTo(question: Question): Promise<Answer> {
  const { id } = question;
  try {
    const value = await askEntry(question);
    return value === undefined ? { id } : { id, value };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * On Linux the library would fall back to the kernel's keyring, which forgets everything at the next start: only the Secret
 * Service is used.
 */
async function askEntry(question: Question): Promise<string | boolean | undefined> {
  const { AsyncEntry } = await loadKeyring();
  const entry = new AsyncEntry(service, question.item, { linux: { store: 'secret-service' } });
  if (question.ask === 'set') return void (await entry.setPassword(question.value));
  return question.ask === 'get' ? ((await entry.getPassword()) ?? undefined) : entry.deletePassword();
}

async function loadKeyring(): Promise<typeof import('@napi-rs/keyring')> {
  try {
    return await import('@napi-rs/keyring');
  } catch {
    throw new Error('the package @napi-rs/keyring is not installed for this system');
  }
}
