import type { Node } from '../../jmespath/index.js';
import type { FunctionModel, StepModel } from '../../model/model.js';

/** Where in the scope of expressions a member of a reply stands. */
export interface ReplyPath extends ReplyPlace {
  readonly path: readonly string[];
}

interface ReplyPlace {
  /** The body that it is a member of. */
  readonly body: readonly string[];
  /** The request is sent in every call. */
  readonly certain: boolean;
}

/** The path of an expression that reads one member of a reply and nothing else, when each reply has to have it. */
export function replyPath(fn: FunctionModel, node: Node): ReplyPath | undefined {
  const names = fieldNames(node);
  const reply = names && replyOf(fn, names);
  if (!reply) return undefined;
  const members = names.slice(names[0] === 'steps' ? 3 : 1);
  return members.length > 0 ? { ...reply, path: [...reply.body, ...members] } : undefined;
}

/** The body of the reply that a path leads into, when each reply has to have one. */
export function replyOf({ steps }: FunctionModel, names: readonly string[]): ReplyPlace | undefined {
  const last = steps.at(-1)!;
  if (names[0] === 'body') return answersAlways(last) ? { body: ['body'], certain: true } : undefined;
  if (names[0] !== 'steps' || names[2] !== 'body') return undefined;
  const step = steps.find(({ name }) => name === names[1]);
  if (!step || !answersAlways(step)) return undefined;
  if (step === last && !step.when) return { body: ['body'], certain: true };
  return { body: names.slice(0, 3), certain: !step.when };
}

/** A reply without a body has no members, that of an error has others, and of an optional step there may be none. */
function answersAlways({ method, status, optional }: StepModel): boolean {
  return !optional && method !== 'HEAD' && status.every((code) => code < 300 && code !== 204 && code !== 205);
}

/** `['body', 'result']` of `body.result`. */
function fieldNames(node: Node): readonly string[] | undefined {
  if (node.kind === 'field') return [node.name];
  if (node.kind !== 'sub' || node.right.kind !== 'field') return undefined;
  const left = fieldNames(node.left);
  return left && [...left, node.right.name];
}
