import type { Check, Finding } from './finding.js';

const check = 'proxy';
const variables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/** Whether the variables that name a proxy can be used. Their values may hold a password, so they are not shown. */
export const checkProxy: Check = ({ env }) => {
  const named = variables.filter((name) => env[name]);
  if (named.length === 0) return [{ check, status: 'ok', message: 'no proxy is set', fix: null }];
  return named.map((name): Finding => {
    const value = env[name]!;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url && /^https?:$/.test(url.protocol))
      return { check, status: 'ok', message: `${name} is ${url.protocol}//${url.host}`, fix: null };
    return {
      check,
      status: 'problem',
      message: `${name} is not the address of a proxy`,
      fix: `set ${name} to an address such as http://proxy.example:8080, or unset it`,
    };
  });
};
