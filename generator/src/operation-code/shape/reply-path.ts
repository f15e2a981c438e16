import type { Node } from '../../jmespath/index.js';
import type { FunctionModel, StepModel } from '../../model/model.js';

/** Where in the scope of expressions a member of a reply stands. */
export interface ReplyPath {
  readonly path: readonly string[];
  /** The body that it is a member of. */
  readonly body: readonly string[];
  /** The request is sent in every call. */
  readonly certain: boolean;
}

/** The path of an expression that reads one member of a reply and nothing else, when each reply has to have it. */
export function replyPath({ steps }: FunctionModel, node: Node): ReplyPath | undefined {
  const names = fieldNames(node);
  const last = steps.at(-1)!;
  if (names?.[0] === 'body' && names.length > 1) {
    return answersAlways(last) ? { path: names, body: ['body'], certain: true } : undefined;
  }
  const step = steps.find(({ name }) => names?.[0] === 'steps' && name === names[1]);
  if (!names || !step || names[2] !== 'body' || names.length < 4 || !answersAlways(step)) return undefined;
  if (step === last && !step.when) return { path: names.slice(2), body: ['body'], certain: true };
  return { path: names, body: names.slice(0, 3), certain: !step.when };
}

/** A reply without a body has no members, and that of an error has others. */
function answersAlways({ method, status }: StepModel): boolean {
  return method !== 'HEAD' && status.every((code) => code < 300 && code !== 204 && code !== 205);
}

/** `['body', 'result']` of `body.result`. */
function fieldNames(node: Node): readonly string[] | undefined {
  if (node.kind === 'field') return [node.name];
  if (node.kind !== 'sub' || node.right.kind !== 'field') return undefined;
  const left = fieldNames(node.left);
  return left && [...left, node.right.name];
}
