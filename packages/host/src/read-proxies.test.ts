import { expect, test } from 'vitest';
import { readProxies } from './read-proxies.js';

test('reads the usual variables, small letters first', () => {
  expect(readProxies({})).toBeUndefined();
  expect(readProxies({ HTTPS_PROXY: '', NO_PROXY: 'a.example' })).toBeUndefined();
  expect(readProxies({ HTTPS_PROXY: 'http://a.example:1', NO_PROXY: 'b.example' })).toEqual({
    https: 'http://a.example:1',
    http: undefined,
    except: 'b.example',
  });
  const both = {
    https_proxy: 'https://c.example',
    HTTPS_PROXY: 'http://a.example',
    http_proxy: 'd.example:3128',
  };
  expect(readProxies(both)).toMatchObject({ https: 'https://c.example', http: 'http://d.example:3128' });
});

test.each(['socks5://secret@a.example', 'http://', 'secret word'])(
  'refuses %j without a word of it',
  (HTTPS_PROXY) => {
    const message = 'HTTPS_PROXY is not the address of an HTTP proxy, such as http://proxy.example.com:3128';
    expect(() => readProxies({ HTTPS_PROXY })).toThrow(message);
  },
);
