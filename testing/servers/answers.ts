import type { Socket } from 'node:net';

/** What the server does with one request. */
export interface Answer {
  /** The request is carried out, once it is there whole. */
  readonly executes: boolean;
  /** Sent at the first byte of the request, without waiting for the rest. */
  readonly early?: boolean;
  send(socket: Socket): void;
}

export interface ReplyOptions {
  readonly headers?: readonly string[];
  /** Default: `200 OK`. */
  readonly status?: string;
  /** Default: what the status says; a 5xx counts as carried out, since it may have been. */
  readonly executes?: boolean;
}

/** A whole reply; the connection stays open. */
export function reply(body: string | Buffer = '', options: ReplyOptions = {}): Answer {
  const { headers = [], status = '200 OK' } = options;
  const executes = options.executes ?? /^[25]/.test(status);
  const length = Buffer.byteLength(body);
  return {
    executes,
    send: (socket) => write(socket, status, [...headers, `content-length: ${length}`], body),
  };
}

/** An error reply with this status. */
export const status = (code: number, ...headers: readonly string[]): Answer =>
  reply('{}', { status: `${code} Status`, headers });

/** Exactly these bytes, and then whatever `then` does; nothing when it is absent. */
export function raw(text: string, then?: (socket: Socket) => void): Answer {
  return {
    executes: true,
    send(socket) {
      socket.write(text, 'latin1');
      then?.(socket);
    },
  };
}

/** Reads no further than the first byte, and resets the connection. */
export const resetAtFirstByte: Answer = { executes: false, early: true, send: reset };

/** Carries the request out, and resets the connection instead of answering. */
export const executedThenReset: Answer = { executes: true, send: reset };

/** Carries the request out, and never answers. */
export const silence: Answer = { executes: true, send: () => {} };

/** Sends a reply and closes the connection, which it had promised to keep. */
export function replyThenClose(body: string): Answer {
  const { send } = reply(body);
  return {
    executes: true,
    send(socket) {
      send(socket);
      socket.end();
    },
  };
}

/** Begins as told, and then sends this part over and over: every so many milliseconds, or as fast as it is read. */
export function endless(begin: string, part: string | Buffer, everyMs?: number): Answer {
  return {
    executes: true,
    send(socket) {
      socket.write(begin, 'latin1');
      if (everyMs !== undefined) {
        const timer = setInterval(() => socket.write(part), everyMs);
        socket.on('close', () => clearInterval(timer));
        return;
      }
      const more = () => {
        while (!socket.destroyed && socket.write(part));
      };
      socket.on('drain', more);
      more();
    },
  };
}

function reset(socket: Socket): void {
  socket.resetAndDestroy();
}

function write(socket: Socket, state: string, headers: readonly string[], body: string | Buffer): void {
  socket.write([`HTTP/1.1 ${state}`, ...headers, '', ''].join('\r\n'), 'latin1');
  socket.write(body);
}
