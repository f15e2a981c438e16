import type { AskMain } from './ask-main.js';
import { BridgeError } from '../bridge/bridge-error.js';
import type { EmptyLists } from '../values/empty-lists.js';
import { luaType, type Thread } from '../machine/lua-api.js';
import type { HostFunction, LuaState } from '../machine/lua-state.js';
import type { ScriptError } from '../bridge/error-text.js';
import type {
  Answer,
  DocsVerb,
  FunctionCall,
  OpenedFunction,
  OpenedIntegration,
  Question,
  Script,
} from '../bridge/messages.js';
import type { OutputBuffer } from '../bridge/output-buffer.js';
import { pushValue, type PushOptions } from '../values/push-value.js';
import { readValue } from '../values/read-value.js';
import { findMatches, type Matches, type Search } from '../regex/find-matches.js';

/** What the files in `prelude/` are given as `host`. Each but `write` returns `ok, result or error`. */
export interface HostFunctions {
  /** `(full_name, arguments, account)` */
  readonly call: HostFunction;
  /** `() -> namespaces` */
  readonly names: HostFunction;
  /** `(namespace) -> { binding = its source }` */
  readonly open: HostFunction;
  /** `(namespace, name) -> { known, names, problem }` */
  readonly account: HostFunction;
  /** `(full_name, arguments, account, last_try) -> walk`, nil when too many are open; the last try then ends the script. */
  readonly walk: HostFunction;
  /** `(walk) -> items, nil after the last page` */
  readonly next: HostFunction;
  /** `(walk)` */
  readonly leave: HostFunction;
  /** `(verb, text)` */
  readonly docs: HostFunction;
  /** `(text, pattern, init, limit) -> Matches`; the error is a message. */
  readonly regex: HostFunction;
  /** `() -> Matches`, the next of the last search that has more. */
  readonly regex_more: HostFunction;
  /** `(text)` */
  readonly write: HostFunction;
}

interface Surroundings {
  readonly state: LuaState;
  readonly script: Script;
  readonly askMain: AskMain;
  readonly tellPrinted: () => void;
  readonly output: OutputBuffer;
  readonly emptyLists: EmptyLists;
}

type Reply = { readonly ok: boolean; readonly value: unknown };

// What a script may make as long as it likes is cut far beyond what it may have, and whoever gets it refuses it.
const longestName = 1024;
const longestQuestion = 4096;
const longestPattern = 16_384 + 4;

const boundless = { depth: 4, resultBytes: Infinity };

/** Whatever the engine throws is an error that the script can catch. */
function attempt(work: () => unknown): Reply {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, value: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The functions through which a script reaches the world outside. They never raise: the prelude turns an error
 * value into a Lua error.
 */
export function createHostFunctions(surroundings: Surroundings): HostFunctions {
  const { state, script, askMain, tellPrinted, output, emptyLists } = surroundings;
  const { limits } = script;
  const opened: Record<string, OpenedFunction> = Object.create(null);
  let searching: Search | undefined;

  function reply(L: Thread, { ok, value }: Reply, within: PushOptions['limits'] = limits): number {
    state.lua.lua_settop(L, 0);
    state.lua.lua_pushboolean(L, ok ? 1 : 0);
    pushValue(state, L, value, { limits: within, markEmptyList: emptyLists.mark });
    return 2;
  }

  function ask(L: Thread, question: Question): number {
    return replyWith(L, askMain(question));
  }

  function replyWith(L: Thread, answer: Answer): number {
    return reply(L, { ok: answer.ok, value: answer.ok ? answer.value : answer.error });
  }

  function readArguments(L: Thread, fullName: string): Readonly<Record<string, unknown>> {
    const type = state.lua.lua_type(L, 2);
    if (type <= luaType.nil) return {};
    if (type !== luaType.table) throw new BridgeError('args', 'must be one table: f{ name = value }');
    // The top is an object whatever the schema says, so that `f{}` means no arguments.
    const schema = { type: 'object', ...opened[fullName]?.input };
    const sizes = { depth: limits.depth, bytes: limits.argumentBytes, limit: 'argumentBytes' } as const;
    const read = { name: 'args', schema, isEmptyList: emptyLists.has, ...sizes };
    return readValue(state, L, 2, read) as Record<string, unknown>;
  }

  /** A question about a call, whose arguments have to be data. */
  function askCall(question: (L: Thread, call: FunctionCall) => Question): HostFunction {
    return (L) => {
      const fullName = name(L, 1);
      const account = state.lua.lua_type(L, 3) === luaType.string ? name(L, 3) : undefined;
      try {
        const call: FunctionCall = { function: fullName, account, args: readArguments(L, fullName) };
        return ask(L, question(L, call));
      } catch (error) {
        if (!(error instanceof BridgeError)) throw error;
        return reply(L, { ok: false, value: invalidArgument(error, account, opened[fullName]) });
      }
    };
  }

  function open(L: Thread): number {
    const answer = askMain({ type: 'open', namespace: name(L, 1) });
    if (!answer.ok) return replyWith(L, answer);
    const { binding, functions } = answer.value as OpenedIntegration;
    Object.assign(opened, functions);
    return reply(L, { ok: true, value: { binding } });
  }

  /** A search finds few at a time, which are not counted as a result. */
  function searchOn(L: Thread, begin: () => Search | undefined): number {
    return reply(
      L,
      attempt(() => moreOf(begin())),
      boundless,
    );
  }

  function moreOf(search: Search | undefined): Matches | undefined {
    const matches = search?.next();
    searching = matches?.more ? search : undefined;
    return matches;
  }

  function beginSearch(L: Thread): Search {
    const number = (index: number) => Math.trunc(state.lua.lua_tonumberx(L, index, 0));
    const options = { from: number(3), limit: number(4) };
    return findMatches(state.bytes(L, 1), state.text(L, 2, longestPattern), options);
  }

  const name = (L: Thread, index: number) => state.text(L, index, longestName);
  const number = (L: Thread) => state.lua.lua_tonumberx(L, 1, 0);
  return {
    call: askCall((_, call) => ({ type: 'call', call })),
    names: (L) => ask(L, { type: 'names' }),
    open,
    account: (L) => ask(L, { type: 'account', namespace: name(L, 1), name: name(L, 2) }),
    walk: askCall((L, call) => ({ type: 'walk', call, lastTry: state.lua.lua_toboolean(L, 4) !== 0 })),
    next: (L) => ask(L, { type: 'next', walk: number(L) }),
    leave: (L) => ask(L, { type: 'leave', walk: number(L) }),
    docs: (L) =>
      ask(L, { type: 'docs', verb: state.text(L, 1) as DocsVerb, text: state.text(L, 2, longestQuestion) }),
    regex: (L) => searchOn(L, () => beginSearch(L)),
    regex_more: (L) => searchOn(L, () => searching),
    write(L) {
      // The main thread is told once until it has looked, however often a script prints.
      if (output.write(state.bytes(L, 1)) && script.tellsOutput) tellPrinted();
      return 0;
    },
  };
}

/**
 * The same error that the runtime gives for arguments that do not fit, as data: the runtime, with all that it
 * needs to reach a network, is not loaded on this side.
 */
function invalidArgument(
  { message, path }: BridgeError,
  account = 'default',
  fn: OpenedFunction | undefined,
): ScriptError {
  const names = fn && { integration: fn.integration, function: fn.name };
  const [, param] = /^args\.([^.[]*)/.exec(path) ?? [];
  const fate = { retryable: false, outcome: 'not_sent', attempts: 0 };
  return { code: 'invalid_argument', message, ...fate, account, ...names, ...(param && { param }) };
}
