import { createHash } from 'node:crypto';
import type { Command } from './backend.js';
import { isFailure, type Reply } from './reply.js';
import { withoutFunctionFlag, withoutScriptFlag } from './vendor-script-flag.js';

/** A command as Redis takes it, and what its reply means to the caller. */
export interface TranslatedCommand {
  readonly command: Command;
  readonly read: (reply: Reply) => Reply;
}

/**
 * Takes the vendor's flag `allow-key-locking` out of scripts, since Redis refuses flags that it does not know. Callers
 * know a script by the digest of the text that they sent, and never see another one.
 */
export function createScriptTranslator(): (command: Command) => TranslatedCommand {
  /** Digest of a text with the flag → digest of the text that Redis has. */
  const digests = new Map<string, string>();
  /** Code of a library that Redis has → code with the flag. */
  const libraries = new Map<string, Buffer>();

  function script(text: string | Buffer) {
    const plain = withoutScriptFlag(text);
    const digest = sha1(text);
    if (plain === undefined) return { text, digest };
    digests.set(digest, sha1(plain));
    return { text: plain, digest };
  }

  function known(digest: string | Buffer): string | Buffer {
    return digests.get(String(digest).toLowerCase()) ?? digest;
  }

  function translateScript(command: Command): TranslatedCommand {
    const [name, kind = '', ...rest] = command;
    const [text = ''] = rest;
    switch (String(kind).toLowerCase()) {
      case 'load': {
        const loaded = script(text);
        const read = (reply: Reply) => (isFailure(reply) ? reply : Buffer.from(loaded.digest));
        return { command: rest.length === 1 ? [name, kind, loaded.text] : command, read };
      }
      case 'exists':
        return { command: [name, kind, ...rest.map(known)], read: asItIs };
      default:
        return { command, read: asItIs };
    }
  }

  function translateFunction(command: Command): TranslatedCommand {
    const [name, kind = '', ...args] = command;
    const code = args.at(-1);
    const plain = code === undefined ? undefined : withoutFunctionFlag(code);
    if (plain === undefined || String(kind).toLowerCase() !== 'load') return { command, read: asSent };
    libraries.set(plain.toString('latin1'), Buffer.from(code ?? ''));
    return { command: [name, kind, ...args.slice(0, -1), plain], read: asItIs };
  }

  /** FUNCTION LIST shows code as it was sent. */
  function asSent(reply: Reply): Reply {
    if (Array.isArray(reply)) return (reply as readonly Reply[]).map(asSent);
    return Buffer.isBuffer(reply) ? (libraries.get(reply.toString('latin1')) ?? reply) : reply;
  }

  return (command) => {
    const [name, first, ...rest] = command;
    if (first === undefined) return { command, read: asItIs };
    switch (name.toLowerCase()) {
      case 'eval':
      case 'eval_ro': {
        const { text, digest } = script(first);
        return { command: [name, text, ...rest], read: renameIn(digest, known(digest)) };
      }
      case 'evalsha':
      case 'evalsha_ro': {
        const digest = String(first).toLowerCase();
        return { command: [name, known(first), ...rest], read: renameIn(digest, known(digest)) };
      }
      case 'script':
        return translateScript(command);
      case 'function':
        return translateFunction(command);
      default:
        return { command, read: asItIs };
    }
  };
}

/** Errors of a script name its digest. */
function renameIn(digest: string, actual: string | Buffer) {
  return (reply: Reply): Reply =>
    isFailure(reply) ? { error: reply.error.replaceAll(String(actual), digest) } : reply;
}

function asItIs(reply: Reply): Reply {
  return reply;
}

function sha1(text: string | Buffer): string {
  return createHash('sha1').update(text).digest('hex');
}
