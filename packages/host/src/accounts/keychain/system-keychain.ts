import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Answer, Question } from './keychain-process.js';
import type { Keychain } from './keychain.js';

interface Waiting {
  readonly resolve: (value: Answer['value']) => void;
  readonly reject: (error: Error) => void;
}

interface Asked {
  readonly child: ChildProcess;
  /** By the number of the question. */
  readonly waiting: Map<number, Waiting>;
}

type Open<Asking> = Asking extends Question ? Omit<Asking, 'id'> : never;

/**
 * The keychain of the system, asked in a process of its own. The library that knows it blocks in native code: no timer and
 * no Ctrl-C gets through to a thread that waits so, and a worker thread can neither be ended nor lets its process end. A
 * process can be killed. It is started at the first question, and ends with this one.
 */
export function systemKeychain(): Keychain {
  let asked: Asked | undefined;
  let last = 0;

  function start(): Asked {
    const started: Asked = { child: forkKeychain(), waiting: new Map() };
    const { child, waiting } = started;
    // Whoever waits for an answer has a timer for it. The other process alone keeps nobody from ending.
    child.unref();
    child.channel?.unref();
    child.on('message', ({ id, value, problem }: Answer) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (problem === undefined) resolve?.(value);
      else reject?.(new Error(problem));
    });
    const end = () => {
      if (asked === started) asked = undefined;
      for (const { reject } of waiting.values()) reject(new Error('the process that reads it has ended'));
      waiting.clear();
    };
    child.on('error', end).once('exit', end);
    return started;
  }

  async function ask(question: Open<Question>): Promise<Answer['value']> {
    asked ??= start();
    const { child, waiting } = asked;
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // Without a callback, a process that has just ended would be an error that nobody handles.
      child.send({ ...question, id }, () => {});
    });
  }

  return {
    get: async (item) => (await ask({ ask: 'get', item })) as string | undefined,
    set: async (item, value) => void (await ask({ ask: 'set', item, value })),
    delete: async (item) => (await ask({ ask: 'delete', item })) as boolean,
    giveUp: () => void asked?.child.kill('SIGKILL'),
  };
}

/** What a keychain, and Node itself, need of the environment. Tokens in it are not handed on. */
const passedOn =
  /^(?:PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TMPDIR|TEMP|TMP|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_[A-Z]+_DIRS?|XDG_[A-Z]+_HOME|DBUS_SESSION_BUS_ADDRESS|LD_LIBRARY_PATH|NODE_OPTIONS|NODE_PATH|SECURITYSESSIONID|__CF_USER_TEXT_ENCODING|SYSTEMROOT|SYSTEMDRIVE|WINDIR|USERNAME|USERDOMAIN|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PATHEXT)$/i;

function forkKeychain(): ChildProcess {
  const path = createRequire(import.meta.url).resolve('@kosmokrator/host/keychain-process');
  return fork(path, [], {
    // It can be there for longer than the folder that the program was started in.
    cwd: dirname(path),
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name))),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
