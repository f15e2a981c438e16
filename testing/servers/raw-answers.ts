import type { Socket } from 'node:net';

/** A body in chunks follows. */
export const chunkedHead = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

/** Writes the head, and then one byte after another without end. */
export function dribble(socket: Socket, head: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write('x'), 20);
  socket.on('close', () => clearInterval(timer));
}

/** Writes the part again and again, as fast as it is taken. */
export function pour(socket: Socket, part: Buffer, times = Number.POSITIVE_INFINITY): void {
  let left = times;
  const more = () => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      if (!socket.write(part)) return void socket.once('drain', more);
    }
  };
  more();
}
