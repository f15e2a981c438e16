import {
  defaultEffects,
  type Effect,
  effects,
  type PolicyDocument,
  type PolicyRule,
} from './document/policy-document.js';

/** The function that a call is to, as far as a policy looks at it. */
export interface DecidedFunction {
  readonly integration: { readonly name: string };
  /** `get_key`; of a raw request its method and path, which no rule can name. */
  readonly name: string;
  readonly kind: 'read' | 'write';
}

/** What a policy says of one call. */
export interface Decision {
  readonly effect: Effect;
  /** The positions in `rules` of all that gave this effect. Empty: no rule fits, and the default holds. */
  readonly rules: readonly number[];
}

/** The strictest effect of all rules that fit the call; how specific a rule is makes no difference. */
export function decide(
  { rules = [], defaults }: PolicyDocument,
  { operation, account }: { readonly operation: DecidedFunction; readonly account: string },
): Decision {
  const fitting = rules.flatMap((rule, index) => (fits(rule, operation, account) ? [{ rule, index }] : []));
  for (const effect of effects) {
    const giving = fitting.filter(({ rule }) => rule.effect === effect);
    if (giving.length > 0) return { effect, rules: giving.map(({ index }) => index) };
  }
  const { kind } = operation;
  return { effect: defaults?.[kind] ?? defaultEffects[kind], rules: [] };
}

function fits(rule: PolicyRule, operation: DecidedFunction, account: string): boolean {
  const integration = operation.integration.name;
  return (
    isOneOf(rule.integration, integration, namespace(integration)) &&
    isOneOf(rule.function, operation.name, fullName(operation)) &&
    isOneOf(rule.account, account) &&
    isOneOf(rule.operation, operation.kind)
  );
}

function isOneOf(wanted: string | undefined, ...names: readonly string[]): boolean {
  return wanted === undefined || names.includes(wanted);
}

/** `upstash_set_key`: the name under which every surface but the SDK calls it. A raw request is `upstash POST /path`. */
export function fullName(operation: DecidedFunction): string {
  const { integration, name } = operation;
  return isRaw(operation) ? `${integration.name} ${name}` : `${namespace(integration.name)}_${name}`;
}

/** Whether it is a raw request rather than a function. */
export function isRaw({ name }: DecidedFunction): boolean {
  return name.includes(' ');
}

function namespace(integration: string): string {
  return integration.replaceAll('-', '_');
}
