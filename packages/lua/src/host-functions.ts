import type { AskMain } from './ask-main.js';
import { BridgeError } from './bridge-error.js';
import type { EmptyLists } from './empty-lists.js';
import { luaType, type Thread } from './lua-module.js';
import type { HostFunction, LuaState } from './lua-state.js';
import type {
  Answer,
  DocsVerb,
  FunctionCall,
  OpenedFunction,
  OpenedIntegration,
  Question,
  Script,
  ScriptError,
} from './messages.js';
import type { OutputBuffer } from './output-buffer.js';
import { pushValue } from './push-value.js';
import { readValue } from './read-value.js';
import { findMatches, RegexError } from './regex/find-matches.js';

/** What the files in `lua/` are given as `host`. Each but `write` returns `ok, result or error`. */
export interface HostFunctions {
  /** `(full_name, arguments, account)` */
  readonly call: HostFunction;
  /** `() -> namespaces` */
  readonly names: HostFunction;
  /** `(namespace) -> { binding = its source }` */
  readonly open: HostFunction;
  /** `(namespace, name) -> { known, names, problem }` */
  readonly account: HostFunction;
  /** `(full_name, arguments, account) -> walk` */
  readonly walk: HostFunction;
  /** `(walk) -> items, nil after the last page` */
  readonly next: HostFunction;
  /** `(walk)` */
  readonly leave: HostFunction;
  /** `(verb, text)` */
  readonly docs: HostFunction;
  /** `(text, pattern, init, limit) -> Matches`; the error is a message. */
  readonly regex: HostFunction;
  /** `(text)` */
  readonly write: HostFunction;
}

interface Surroundings {
  readonly state: LuaState;
  readonly script: Script;
  readonly askMain: AskMain;
  readonly output: OutputBuffer;
  readonly emptyLists: EmptyLists;
}

/**
 * The functions through which a script reaches the world outside. They never raise: the prelude turns an error
 * value into a Lua error.
 */
export function createHostFunctions(surroundings: Surroundings): HostFunctions {
  const { state, script, askMain, output, emptyLists } = surroundings;
  const { limits } = script;
  const opened: Record<string, OpenedFunction> = Object.create(null);

  function reply(L: Thread, answer: { readonly ok: boolean; readonly value: unknown }): number {
    state.lua.lua_settop(L, 0);
    state.lua.lua_pushboolean(L, answer.ok ? 1 : 0);
    pushValue(state, L, answer.value, { limits, markEmptyList: emptyLists.mark });
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
  function askCall(type: 'call' | 'walk'): HostFunction {
    return (L) => {
      const fullName = state.text(L, 1);
      const account = state.lua.lua_type(L, 3) === luaType.string ? state.text(L, 3) : undefined;
      try {
        const call: FunctionCall = { function: fullName, account, args: readArguments(L, fullName) };
        return ask(L, { type, call });
      } catch (error) {
        if (!(error instanceof BridgeError)) throw error;
        return reply(L, { ok: false, value: invalidArgument(error, account, opened[fullName]) });
      }
    };
  }

  function open(L: Thread): number {
    const answer = askMain({ type: 'open', namespace: state.text(L, 1) });
    if (!answer.ok) return replyWith(L, answer);
    const { binding, functions } = answer.value as OpenedIntegration;
    Object.assign(opened, functions);
    return reply(L, { ok: true, value: { binding } });
  }

  function regex(L: Thread): number {
    const [from, limit] = [3, 4].map((index) => Math.trunc(state.lua.lua_tonumberx(L, index, 0)));
    try {
      const options = { from: from!, limit: limit! };
      return reply(L, { ok: true, value: findMatches(state.bytes(L, 1), state.text(L, 2), options) });
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      return reply(L, { ok: false, value: error.message });
    }
  }

  const number = (L: Thread) => state.lua.lua_tonumberx(L, 1, 0);
  return {
    call: askCall('call'),
    names: (L) => ask(L, { type: 'names' }),
    open,
    account: (L) => ask(L, { type: 'account', namespace: state.text(L, 1), name: state.text(L, 2) }),
    walk: askCall('walk'),
    next: (L) => ask(L, { type: 'next', walk: number(L) }),
    leave: (L) => ask(L, { type: 'leave', walk: number(L) }),
    docs: (L) => ask(L, { type: 'docs', verb: state.text(L, 1) as DocsVerb, text: state.text(L, 2) }),
    regex,
    write(L) {
      output.write(state.bytes(L, 1));
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
