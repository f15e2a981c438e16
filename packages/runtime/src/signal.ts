/** What the runtime needs of an `AbortSignal`. */
interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * The environment's own `AbortSignal`. A program whose TypeScript settings name neither the DOM nor Node has no such type;
 * there it is the few members that the runtime uses, so that the declarations still compile.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Native } }
  ? Native
  : SignalLike;
