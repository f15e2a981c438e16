/** A part of it that is as long as this counts as the whole. */
const telling = 8;

/** The ways in which a reader of an output could have the canary back, in words; none when it is not there. */
export function findCanary(output: string, canary: string): string[] {
  return Object.entries(decodings).flatMap(([way, decode]) =>
    decode(output).some((text) => holds(text, canary)) ? [way] : [],
  );
}

function holds(text: string, canary: string): boolean {
  const [all, wanted] = [text.toLowerCase(), canary.toLowerCase()];
  for (let at = 0; at + telling <= wanted.length; at += 1)
    if (all.includes(wanted.slice(at, at + telling))) return true;
  return false;
}

const decodings: Readonly<Record<string, (text: string) => string[]>> = {
  plain: (text) => [text],
  'percent-encoded': (text) => [percentDecoded(text), percentDecoded(percentDecoded(text))],
  'in JSON': (text) => [unescaped(text), unescaped(unescaped(text))],
  'in HTML': (text) => [htmlDecoded(text)],
  'in base64': base64Decoded,
  'in base64, percent-encoded or in JSON': (text) => base64Decoded(percentDecoded(unescaped(text))),
  reversed: (text) => [[...text].toReversed().join('')],
  'one character a line': (text) => [text.replaceAll(/\n/g, '')],
};

function percentDecoded(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll(/\\(.)/g, '$1');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function htmlDecoded(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);
}

function base64Decoded(text: string): string[] {
  const runs = text.match(/[\w+/-]{10,}/g) ?? [];
  return runs.flatMap((run) =>
    [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
  );
}
