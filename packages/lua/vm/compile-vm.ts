import { readdirSync, readFileSync } from 'node:fs';
import { changeLvm } from './lvm-changes.js';

const here = new URL('./', import.meta.url);
const lua = new URL('lua-5.4.7/', here);

type Files = Readonly<Record<string, string>>;

/** As @yowasp/clang has it: takes the arguments of a command and its files, and gives the files with what it has made. */
export type RunClang = (
  args: readonly string[],
  files: Files,
  options: {
    readonly stdout: (bytes: Uint8Array | null) => void;
    readonly stderr: (bytes: Uint8Array | null) => void;
    readonly fetchProgress: () => void;
  },
) => Promise<Readonly<Record<string, Uint8Array>>>;

/**
 * Compiles the Lua machine with `runClang` of @yowasp/clang; gives the bytes of `lua.wasm`. The same compiler gives the
 * same bytes everywhere, since it is itself a WebAssembly program that sees no files but these.
 */
export async function compileVm(runClang: RunClang): Promise<Uint8Array> {
  const exported = JSON.parse(readFileSync(new URL('exports.json', here), 'utf8')) as string[];
  const messages: string[] = [];
  const listen = (bytes: Uint8Array | null) => void (bytes && messages.push(Buffer.from(bytes).toString()));
  const options = { stdout: listen, stderr: listen, fetchProgress: () => {} };
  const exports = exported.map((name) => `-Wl,--export=${name}`);
  try {
    const files = await runClang([...`${compiler} ${linker}`.split(' '), ...exports], sources(), options);
    return files['lua.wasm']!;
  } catch (error) {
    // Its copy of all sources would be printed with it.
    delete (error as { files?: unknown }).files;
    const told = messages.join('') || (error as Error).message;
    throw new Error(`the Lua machine was not compiled: ${told}`, { cause: error });
  }
}

// -mno-bulk-memory-opt: memory.copy of a few bytes costs more than it saves; the C library uses it for many.
// -wasm-use-legacy-eh: longjmp as exceptions of the kind that Node 20 knows.
const compiler =
  'clang vm.c -o lua.wasm --target=wasm32-wasip1 -nostartfiles -std=gnu11 -O3 -DNDEBUG -D_WASI_EMULATED_SIGNAL ' +
  '-fvisibility=hidden -w -mno-bulk-memory-opt -mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh=true -lsetjmp';

// The stack lies first, so that one that overflows traps instead of writing over data.
const linker = '-Wl,-z,stack-size=1048576 -Wl,--stack-first -Wl,--gc-sections -Wl,--strip-all -Wl,--no-entry';

function sources(): Files {
  const read = (folder: URL) => (name: string) =>
    [name, readFileSync(new URL(name, folder), 'utf8')] as const;
  const files = Object.fromEntries(['vm.c', 'faster.h'].map(read(here)));
  const theirs = Object.fromEntries(readdirSync(lua).map(read(lua)));
  return { ...theirs, ...files, 'lvm.c': changeLvm(theirs['lvm.c']!) };
}
