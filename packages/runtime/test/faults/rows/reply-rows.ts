import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { endless, raw, reply } from '@kosmokrator/testing/servers/answers';
import type { Check, FaultCase, FaultRow } from '../fault-row.js';

const unusable = { read: ['bad_response', 1, 1], write: ['bad_response', 1, 1] } as const;
const fine = { read: ['ok', 1, 1], write: ['ok', 1, 1] } as const;
const tooLarge = { read: ['limit_exceeded', 1, 1], write: ['limit_exceeded', 1, 1] } as const;
const notHttp = { read: ['network_error', 3, 3], write: ['outcome_unknown', 1, 1] } as const;

const done: Check = ({ error }) => {
  expect(error).toMatchObject({ outcome: 'done', retryable: false });
};

const zeros = Buffer.alloc(64 * 2 ** 20);
const gzipped = gzipSync(zeros, { level: 1 });
const bombs = {
  gzip: gzipped,
  br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  'gzip, gzip': gzipSync(gzipped),
};

const bombCase = (name: string, bomb: Buffer): FaultCase => {
  const answers = [reply(bomb, { headers: [`content-encoding: ${name}`] })];
  return { name, answers, ...tooLarge, check: done };
};

const html = { headers: ['content-type: text/html'] };
const head = 'HTTP/1.1 200 OK\r\n';

const bodies: Readonly<Record<string, readonly [body: string, result: unknown]>> = {
  empty: ['', null],
  null: ['null', null],
  array: ['[1]', [1]],
  BOM: ['\ufeff{"a":1}', { a: 1 }],
  ['__proto__']: ['{"__proto__":{"x":1}}', JSON.parse('{"__proto__":{"x":1}}')],
  '2^53+1': ['{"id":9007199254740993}', { id: 9007199254740993n }],
  'duplicate keys': ['{"a":1,"a":2}', { a: 2 }],
};

const bodyCase = (name: string, body: string, expected: unknown): FaultCase => {
  return { name, answers: [reply(body)], ...fine, check: result(expected) };
};

const after200 = (begin: string) => [raw(`${begin}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}`)];

export const replyRows: readonly FaultRow[] = [
  {
    name: 'invalid UTF-8',
    cases: [{ name: '', answers: [reply(Buffer.of(0x22, 0xff, 0x22))], ...unusable, check: done }],
  },
  {
    name: `bombs: ${Object.keys(bombs).join(' | ')}`,
    cases: Object.entries(bombs).map(([name, bomb]) => bombCase(name, bomb)),
  },
  {
    name: '100 MB plain | endless chunked',
    cases: [
      {
        name: '100 MB plain',
        answers: [endless(`${head}content-length: ${100 * 2 ** 20}\r\n\r\n`, Buffer.alloc(65_536, ' '))],
        ...tooLarge,
        check: done,
      },
      {
        name: 'endless chunked',
        answers: [endless(`${head}transfer-encoding: chunked\r\n\r\n`, `10000\r\n${' '.repeat(65_536)}\r\n`)],
        ...tooLarge,
        check: done,
      },
    ],
  },
  {
    name: 'HTML under 200 | under 502',
    cases: [
      {
        name: '200',
        answers: [reply('<html>\u001b[2J', html)],
        ...unusable,
        // A login page can have said it: nobody knows whether a write has happened.
        check({ column, error }) {
          const maybe = column === 'write' ? '; the write may have happened; check before you repeat it' : '';
          expect(error!.message).toBe(`the reply is not JSON: 200 text/html <html>\\u{1b}[2J${maybe}`);
          expect(error!.outcome).toBe(column === 'write' ? 'unknown' : 'done');
        },
      },
      {
        name: '502',
        answers: [reply('<html>', { ...html, status: '502 Bad Gateway' })],
        read: ['api_error', 3, 3],
        write: ['api_error', 1, 1],
        check: ({ error }) => expect(error).toMatchObject({ status: 502, outcome: 'unknown' }),
      },
    ],
  },
  {
    name: `bodies: 204 | ${Object.keys(bodies).join(' | ')} | depth 10,000`,
    cases: [
      { name: '204', answers: [raw('HTTP/1.1 204 No Content\r\n\r\n')], ...fine, check: result(null) },
      ...Object.entries(bodies).map(([name, [body, expected]]) => bodyCase(name, body, expected)),
      {
        name: 'depth 10,000',
        answers: [reply('['.repeat(10_000) + ']'.repeat(10_000))],
        ...unusable,
        check: done,
      },
    ],
  },
  {
    name: '1xx: 100 unasked | 103 | 101, header flood of 1 MB, bad status line',
    patience: { firstByteMs: 500 },
    cases: [
      // Undici, which is behind both transports, does not take one that it has not asked for.
      { name: '100', answers: after200('HTTP/1.1 100 Continue\r\n\r\n'), ...notHttp },
      { name: '103', answers: after200('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'), ...fine },
      { name: '101', answers: [raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n')], ...notHttp },
      {
        name: 'flood',
        answers: [raw(`${head}${`x-a: ${'x'.repeat(1000)}\r\n`.repeat(1000)}\r\n`)],
        ...notHttp,
      },
      { name: 'status', answers: [raw('HTTP/1.1 OK 200\r\ncontent-length: 0\r\n\r\n')], ...notHttp },
    ],
  },
];

function result(expected: unknown): Check {
  return (seen) => {
    expect(seen.result).toEqual(expected);
    expect(Object.keys(seen.result ?? {})).toEqual(Object.keys(expected ?? {}));
    expect(({} as { x?: unknown }).x).toBeUndefined();
  };
}
