import { describe, expect, test, vi } from 'vitest';
import { nextLink, parseLinks } from './next-link.js';

const page = 'https://api.example/books?page=1';
const second = 'https://api.example/books?page=2';
const follow = (link: string, url = page) => nextLink({ headers: { link } }, url);
const u = `<${second}>`;

const next: Readonly<Record<string, string>> = {
  plain: `${u}; rel="next"`,
  'no blanks': `${u};rel="next"`,
  'a comma inside the URL': `<${second}&fields=id,name>; rel="next"`,
  'a semicolon inside the URL': `<${second}&a=1;rel=last>; rel="next"`,
  'rel after another param': `${u}; type="application/json"; rel="next"`,
  'rel before another param': `${u}; rel="next"; type="application/json"`,
  'a quoted comma before rel': `${u}; title="Books, page 2"; rel="next"`,
  'a quoted semicolon before rel': `${u}; title="Books; rel=last"; rel="next"`,
  'a quoted link before rel': `${u}; title="<https://x.example>; rel=last, <y>"; rel="next"`,
  'an escaped quote before rel': String.raw`${u}; title="say \"next\", \\"; rel="next"`,
  'an escaped letter in rel': String.raw`${u}; rel="n\ext"`,
  'two relations': `${u}; rel="next last"`,
  'next in the middle, between tabs': `${u}; rel="last\tnext  \tup"`,
  'blanks around the relation': `${u}; rel=" next "`,
  'prev first': `</books?page=0>; rel="first prev", ${u}; rel="next"`,
  'next first': `${u}; rel="next", <https://api.example/books?page=9>; rel="last"`,
  unquoted: `${u}; rel=next`,
  'unquoted, then a comma': `${u}; rel=next, </a>; rel=last`,
  'unquoted, then a param': `${u}; rel=next;title=a`,
  'blanks around =': `${u}; rel = "next"`,
  'a tab before =': `${u}; rel\t="next"`,
  'blanks around ;': `${u} ; rel="next" ; title="a"`,
  capitals: `${u}; REL="NEXT"`,
  'a blank before the link': `  ${u}; rel="next"`,
  'a param without a value': `${u}; crossorigin; rel="next"`,
  'an empty param': `${u};; rel="next";`,
  'an extended title': `${u}; title*=UTF-8''n%c3%a4chste%2c; rel="next"`,
  'empty members': `, ,, ${u}; rel="next",,`,
  relative: '</books?page=2>; rel="next"',
  'only a query': '<?page=2>; rel="next"',
  'without a scheme': '<//api.example/books?page=2>; rel="next"',
  'a fragment, which is not sent': `<${second}#top>; rel="next"`,
  'a user, who is not sent': '<https://ada:lovelace@api.example/books?page=2>; rel="next"',
  'the default port': '<https://api.example:443/books?page=2>; rel="next"',
  'its own anchor': `${u}; rel="next"; anchor="${page}"`,
  'its own anchor, relative': `${u}; anchor="?page=1"; rel="next"`,
  'its own anchor, empty': `${u}; anchor=""; rel="next"`,
  'another anchor before': `<https://api.example/x>; rel="next"; anchor="/y", ${u}; rel="next"`,
  'two rels, of which the first counts': `${u}; rel="next"; rel="last"`,
  'a relation that is a URL, too': `${u}; rel="https://rel.example/a,b next"`,
  'a quote that begins no value': `${u}; rel=next; title=5"`,
  'words that are no link, before': `nothing, ${u}; rel="next"`,
  'quoted words that are no link, before': `"a, </b>; rel=next", ${u}; rel="next"`,
  'an address that does not end, before': `<https://api.example/x; rel="last", ${u}; rel="next"`,
  'a param that does not end, after': `${u}; rel="next"; title="a`,
  'no quote at the end': `${u}; rel="next`,
};

test.each(Object.entries(next))('finds the next page: %s', (_, header) => {
  expect(follow(header)).toContain(second);
});

const last: Readonly<Record<string, string>> = {
  'an empty header': '',
  'another relation of the same beginning': `${u}; rel="next-archive"`,
  'another relation of the same end': `${u}; rel="x-next"`,
  'a relation that is a URL': `${u}; rel="https://rel.example/next"`,
  'single quotes, which are part of the value': `${u}; rel='next'`,
  'the word in a title': `${u}; rel="last"; title="the next rel=next; rel=next"`,
  'a quoted link': `</a>; rel="last"; title="${u}; rel=next"`,
  'the first rel': `${u}; rel="last"; rel="next"`,
  'an empty rel first': `${u}; rel=""; rel="next"`,
  'a rel without a value first': `${u}; rel; rel="next"`,
  'no rel': u,
  'rev, which is another param': `${u}; rev="next"`,
  'rel*, which is another param': `${u}; rel*=UTF-8''next`,
  'another anchor': `${u}; rel="next"; anchor="/chapters/1"`,
  'an anchor inside the page': `${u}; rel="next"; anchor="#chapter"`,
  'an anchor that is no URL': `${u}; rel="next"; anchor="https://["`,
  'an address without >': `<${second}; rel="next"`,
  'an address without <': `${second}>; rel="next"`,
  'words instead of a param': `${u} rel="next"`,
};

test.each(Object.entries(last))('finds none: %s', (_, header) => {
  expect(follow(header)).toBeUndefined();
});

test('no header at all is the last page', () => {
  expect(nextLink({ headers: {} }, page)).toBeUndefined();
});

test.each([
  ['another host', '<https://other.example/books>; rel="next"', 'the next page is on another origin'],
  ['another scheme', '<http://api.example/books>; rel="next"', 'the next page is on another origin'],
  ['another port', '<https://api.example:444/books>; rel="next"', 'the next page is on another origin'],
  ['no scheme of the web', '<data:text/plain,x>; rel="next"', 'the next page is on another origin'],
  ['no URL', '<https://[>; rel="next"', 'the link to the next page is not a URL'],
])('%s is refused', (_, header, message) => {
  expect(() => follow(header)).toThrow(expect.objectContaining({ code: 'bad_response', message }));
});

test('gives the params of each link, the first of each name', () => {
  const links = parseLinks(String.raw`<a>; REL=x; title="a \"b\""; rel=y;z, <b>`);
  expect(links.map(({ target, params }) => [target, Object.fromEntries(params)])).toEqual([
    ['a', { rel: 'x', title: 'a "b"', z: '' }],
    ['b', {}],
  ]);
});

describe('16 kB of', () => {
  const size = 16_384;
  const hostile = [
    '<',
    '<,',
    '<a',
    '"',
    '\\',
    '"\\',
    ',',
    ';',
    ' ',
    '; a',
    ';=',
    '="',
    '<>',
    '<>;"',
    '<>;a="',
    '<> ',
  ];

  test.each(hostile)('%j are read in steps that only go forward', (part) => {
    const header = part.repeat(size / part.length);
    const steps: number[] = [];
    const exec = RegExp.prototype.exec;
    const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
      const found = exec.call(this, text);
      if (found && this.sticky) steps.push(found[0].length);
      return found;
    });
    parseLinks(header);
    spy.mockRestore();
    // All that was read is the header, once.
    expect(steps.reduce((sum, length) => sum + length, 0)).toBe(header.length);
  });
});
