import type { AskMain } from './ask-main.js';
import { BridgeError } from './bridge-error.js';
import { luaType, type Thread } from './lua-module.js';
import type { HostFunction, LuaState } from './lua-state.js';
import type {
  Answer,
  FunctionCall,
  OpenedFunction,
  OpenedIntegration,
  Script,
  ScriptError,
} from './messages.js';
import type { OutputBuffer } from './output-buffer.js';
import { pushValue } from './push-value.js';
import { readValue } from './read-value.js';
import type { EmptyLists } from './empty-lists.js';

/** What the prelude is given: see `lua/prelude.lua`. */
export interface HostFunctions {
  /** `(full_name, arguments, account) -> ok, result or error` */
  readonly call: HostFunction;
  /** `(namespace) -> ok, { binding = its source, accounts = names } or error` */
  readonly open: HostFunction;
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
 * The functions through which a script reaches the main thread. They never raise: the prelude turns an error
 * value into a Lua error.
 */
export function createHostFunctions(surroundings: Surroundings): HostFunctions {
  const { state, script, askMain, output, emptyLists } = surroundings;
  const { limits } = script;
  const opened: Record<string, OpenedFunction> = Object.create(null);

  function reply(L: Thread, answer: Answer): number {
    state.lua.lua_settop(L, 0);
    state.lua.lua_pushboolean(L, answer.ok ? 1 : 0);
    const value = answer.ok ? answer.value : answer.error;
    pushValue(state, L, value, { limits, markEmptyList: emptyLists.mark });
    return 2;
  }

  function readArguments(L: Thread, fullName: string): Readonly<Record<string, unknown>> {
    const type = state.lua.lua_type(L, 2);
    if (type <= luaType.nil) return {};
    if (type !== luaType.table) throw new BridgeError('arguments', 'must be one table: f{ name = value }');
    // The top is an object whatever the schema says, so that `f{}` means no arguments.
    const schema = { type: 'object', ...opened[fullName]?.input };
    const sizes = { depth: limits.depth, bytes: limits.argumentBytes, limit: 'argumentBytes' } as const;
    const read = { name: 'arguments', schema, isEmptyList: emptyLists.has, ...sizes };
    return readValue(state, L, 2, read) as Record<string, unknown>;
  }

  function call(L: Thread): number {
    const fullName = state.text(L, 1);
    const account = state.lua.lua_type(L, 3) === luaType.string ? state.text(L, 3) : undefined;
    try {
      const question: FunctionCall = { function: fullName, account, args: readArguments(L, fullName) };
      return reply(L, askMain({ type: 'call', call: question }));
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error;
      return reply(L, { ok: false, error: invalidArgument(error, account, opened[fullName]) });
    }
  }

  function open(L: Thread): number {
    const answer = askMain({ type: 'open', namespace: state.text(L, 1) });
    if (!answer.ok) return reply(L, answer);
    const { binding, accounts, functions } = answer.value as OpenedIntegration;
    Object.assign(opened, functions);
    return reply(L, { ok: true, value: { binding, accounts } });
  }

  function write(L: Thread): number {
    output.write(state.bytes(L, 1));
    return 0;
  }

  return { call, open, write };
}

/**
 * The same error that the runtime gives for arguments that do not fit, as data: the runtime, with all that it
 * needs to reach a network, is not loaded on this side.
 */
function invalidArgument(
  { message }: BridgeError,
  account = 'default',
  fn: OpenedFunction | undefined,
): ScriptError {
  const names = fn && { integration: fn.integration, function: fn.name };
  const fate = { retryable: false, outcome: 'not_sent', attempts: 0 };
  return { code: 'invalid_argument', message, ...fate, account, ...names };
}
