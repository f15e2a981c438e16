import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Secret } from '@kosmokrator/runtime';
import { createRedactor } from './create-redactor.js';

const nasty = 'Tok/en+"q\\uote"%41&=<s3cr3t>~';

/** Everything that a server, a library or a log may make of a secret. */
const forms: Record<string, (secret: string) => string> = {
  raw: (s) => s,
  'lower case': (s) => s.toLowerCase(),
  bearer: (s) => `Bearer ${s}`,
  'percent-encoded': (s) => encodeURIComponent(s),
  'percent-encoded, lower-case digits': (s) =>
    encodeURIComponent(s).replace(/%../g, (code) => code.toLowerCase()),
  'percent-encoded twice': (s) => encodeURIComponent(encodeURIComponent(s)),
  'percent-encoded, every byte': (s) =>
    [...Buffer.from(s)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  form: (s) => new URLSearchParams({ t: s }).toString(),
  'in a URL': (s) => new URL(`https://x.example/?t=${encodeURIComponent(s)}#${encodeURIComponent(s)}`).href,
  JSON: (s) => JSON.stringify({ t: s }),
  'JSON in JSON': (s) => JSON.stringify(JSON.stringify({ t: s })),
  'JSON with escaped slashes': (s) => JSON.stringify(s).replaceAll('/', '\\/'),
  'JSON with escapes only': (s) =>
    `"${[...s].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
  HTML: (s) =>
    s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  base64: (s) => btoa(s),
  base64url: (s) => Buffer.from(s).toString('base64url'),
  'base64, second place': (s) => btoa(`x${s}`),
  'base64, third place': (s) => btoa(`xy${s}`),
  'base64 of a longer text': (s) => btoa(`header: ${s}, and more`),
  Basic: (s) => `Basic ${btoa(`ada@example.com:${s}`)}`,
  'base64 in a URL': (s) => encodeURIComponent(btoa(`a:${s}`)),
  'base64 in JSON with escaped slashes': (s) => JSON.stringify(btoa(s)).replaceAll('/', '\\/'),
};

/** Whether a reader could get the secret back from a text. */
function isReadable(text: string, secret: string): boolean {
  const decodings = [
    (t: string) => t,
    (t: string) => decodeURIComponent(t.replace(/%(?![0-9a-f]{2})/gi, '%25')),
    (t: string) => JSON.parse(`"${t.replaceAll('"', '')}"`) as string,
    ...[0, 1, 2, 3].map(
      (skip) => (t: string) =>
        (t.match(/[\w+/-]{8,}/g) ?? [])
          .map((run) => Buffer.from(run.slice(skip), 'base64').toString('latin1'))
          .join(' '),
    ),
  ];
  return decodings.some((decode) => {
    try {
      return decode(text).toLowerCase().includes(secret.toLowerCase());
    } catch {
      return false;
    }
  });
}

test.each(Object.entries(forms))('hides a secret that is %s', (_, form) => {
  for (const secret of [
    nasty,
    'canary-3f9a7c21d0',
    'AXq9ASgwNTk4YmQtZmQ0Ni00',
    '-----BEGIN\nx\ty/z=\r\n-----END',
  ]) {
    const redactor = createRedactor([secret]);
    const shown = redactor.text(`before ${form(secret)} after`);
    expect(shown).toContain('[redacted]');
    expect(shown).toMatch(/^before .* after$/s);
    expect(isReadable(shown, secret)).toBe(false);
  }
});

const secretText = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
  minLength: 8,
  maxLength: 60,
});

test('hides any secret in any form, wherever it stands and in whatever parts it comes', () => {
  const form = fc.constantFrom(...Object.values(forms));
  const around = fc.string();
  const pieces = fc.array(fc.nat(20), { minLength: 1 });
  fc.assert(
    fc.property(secretText, form, around, around, pieces, (secret, make, before, after, sizes) => {
      const redactor = createRedactor([secret]);
      const text = before + make(secret) + after;
      const shown = redactor.text(text);
      expect(shown).toContain('[redacted]');
      expect(shown.toLowerCase()).not.toContain(secret.toLowerCase());
      const stream = redactor.stream();
      let streamed = '';
      for (let at = 0, index = 0; at < text.length; index += 1) {
        const size = sizes[index % sizes.length]! + 1;
        streamed += stream.write(text.slice(at, at + size));
        at += size;
      }
      expect(streamed + stream.end()).toBe(shown);
    }),
    { numRuns: 3000 },
  );
});

test('leaves text without a secret as it is', () => {
  const redactor = createRedactor(['canary-3f9a7c21d0', nasty, 'pass1']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.jsonValue(), (text, value) => {
      fc.pre(!/canary|Tok|pass1/i.test(text + JSON.stringify(value)));
      expect(redactor.text(text)).toBe(text);
      expect(redactor.value(value)).toBe(value);
    }),
  );
  const stream = redactor.stream();
  expect([stream.write('a can'), stream.write('ary, a cana'), stream.end()]).toEqual([
    'a ',
    'canary, a ',
    'cana',
  ]);
});

test('a short secret is hidden where it stands alone, and a tiny one is no secret', () => {
  const redactor = createRedactor(['test', 'abc', 'a', '', undefined, '  ']);
  expect(redactor.text('a test: the latest tests of abc, "test"')).toBe(
    'a [redacted]: the latest tests of abc, "[redacted]"',
  );
  expect(redactor.text(`Basic ${btoa('ada:test')}`)).not.toContain(btoa('ada:test'));
  const stream = redactor.stream();
  expect([stream.write('a test'), stream.write('s, test'), stream.end()]).toEqual([
    'a ',
    'tests, ',
    '[redacted]',
  ]);
});

test('where a text was cut off, no half of a secret is left', () => {
  const redactor = createRedactor(['canary-3f9a7c21d0']);
  expect(redactor.text('x canary-3f9a', { cut: true })).toBe('x [redacted]');
  expect(redactor.text('x canary-3f9a')).toBe('x canary-3f9a');
  expect(redactor.text('x c', { cut: true })).toBe('x c');
});

test('the longest of several secrets wins, and more can be added', () => {
  const redactor = createRedactor(['secret-one']);
  redactor.add('secret-one-and-two', new Secret(' third-secret\n'));
  expect(redactor.text('secret-one-and-two, secret-one, third-secret')).toBe(
    '[redacted], [redacted], [redacted]',
  );
});

test('goes through data: strings, keys, numbers', () => {
  const redactor = createRedactor(['canary-3f9a7c21d0', '1234567890123']);
  const value = {
    a: ['x', { 'key canary-3f9a7c21d0': 1 }],
    n: 1234567890123,
    b: 1234567890123n,
    none: null,
    nan: Number.NaN,
  };
  expect(redactor.value(value)).toEqual({
    a: ['x', { 'key [redacted]': 1 }],
    n: '[redacted]',
    b: '[redacted]',
    none: null,
    nan: Number.NaN,
  });
  const proto = JSON.parse('{"__proto__":"canary-3f9a7c21d0"}') as object;
  expect(JSON.stringify(redactor.value(proto))).toBe('{"__proto__":"[redacted]"}');
});

class Request {
  readonly #hidden = 1;
  headers = { authorization: 'Bearer canary-3f9a7c21d0' };
  get size() {
    return this.#hidden;
  }
}

test('goes through errors: their causes, what they join and what is put on them', () => {
  const redactor = createRedactor(['canary-3f9a7c21d0']);
  const secret = 'canary-3f9a7c21d0';
  const deep = Object.assign(new TypeError(`invalid header Bearer ${secret}`), {
    request: new Request(),
    headers: { secret },
  });
  const circular: Record<string, unknown> = { secret };
  circular['self'] = circular;
  const joined = new AggregateError([Object.freeze(new Error(secret)), new DOMException(secret)], secret, {
    cause: deep,
  });
  const error = Object.assign(new Error('outer', { cause: joined }), {
    code: 'X',
    circular,
    [Symbol('s')]: secret,
  });
  deep.cause = error;
  expect(inspect(error, { depth: 20, showHidden: true })).toContain(secret);
  expect(redactor.error(error)).toBe(error);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret);
  expect(`${String(joined.errors)} ${deep.message} ${deep.stack}`).not.toContain(secret);
  expect(error).toMatchObject({ message: 'outer', code: 'X' });
  expect(deep).toBeInstanceOf(TypeError);
  expect(joined.errors[0]).toMatchObject({ name: 'Error', message: '[redacted]' });
  expect(redactor.error(`thrown ${secret}`)).toBe('thrown [redacted]');
});
