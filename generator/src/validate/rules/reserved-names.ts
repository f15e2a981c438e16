import { accountOptions } from '@kosmokrator/runtime/internal';
import { type NamedPlace, declaredNames } from '../declared-names.js';
import type { Rule } from '../context.js';
import { javascriptKeywords, luaKeywords } from '../../spec/reserved-keywords.js';
import { quoteName } from '../quote.js';

const reserved: ReadonlySet<string> = new Set([...luaKeywords, ...javascriptKeywords]);

/** Names of devices on Windows: no file or folder there can have one, with or without a dot and more behind it. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Names that become the name of a file or a folder. */
const files: ReadonlySet<NamedPlace['kind']> = new Set(['integration', 'function']);
/** What every object has, such as `toString`: in a text, a client would be called. */
const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => /^[a-z]/.test(name));

/** Names that mean something else on some surface. */
const taken: Readonly<Partial<Record<NamedPlace['kind'], ReadonlySet<string>>>> = {
  // Packages of this repository, and commands of `kosmo`, which takes an integration's name in the same place.
  integration: new Set(
    'accounts api call cli commands completion configure diff docs doctor drift emulate emulator generate generator help host import init integration integrations list listen login lua mcp policy runtime schema search status trust validate'.split(
      ' ',
    ),
  ),
  // A client with a method `then` is taken for a promise; `from_env` makes one.
  function: new Set(['each', 'from_env', 'prototype', ...inherited.map(snakeCase)]),
  // An object without it has another thing of that name.
  param: new Set(inherited.filter((name) => name === snakeCase(name))),
  credential: new Set([...Object.keys(accountOptions), ...inherited].map(snakeCase)),
  type: new Set(
    'Account AccountOptions Array AsyncGenerator Boolean CallOptions Date Environment Error ErrorCode Function Integration KosmoError Map Number Object Operation Promise Readonly Record Set String Symbol'.split(
      ' ',
    ),
  ),
};

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A name as the SDK knows it: `max_retries_` becomes `maxRetries` there, too. */
function spelled(name: string): string {
  return name.split('_').filter(Boolean).join('_');
}

/** Reserved words are refused as names: no target has to bend them, so every surface has the same name. */
export const reservedNames: Rule = function* (context) {
  for (const { kind, name, at } of declaredNames(context)) {
    const isDevice = files.has(kind) && devices.test(name);
    const isTaken = taken[kind]?.has(name) || (kind === 'credential' && taken.credential!.has(spelled(name)));
    if (!isDevice && !reserved.has(name) && !isTaken) continue;
    const other = isDevice ? 'is the name of a device on Windows' : 'already has another meaning';
    const why = reserved.has(name) ? 'is a reserved word' : other;
    const wire =
      kind === 'param' ? { help: `Choose another name, and keep the wire name with \`as: ${name}\`.` } : {};
    yield { code: 'NAME_RESERVED', message: `${kind} ${quoteName(name)} ${why}`, at, ...wire };
  }
};
