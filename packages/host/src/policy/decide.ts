import type { PolicyRequest } from '@kosmokrator/runtime';
import {
  defaultEffects,
  type Effect,
  effects,
  type PolicyDocument,
  type PolicyRule,
} from './document/policy-document.js';

/** What a policy says of one call. */
export interface Decision {
  readonly effect: Effect;
  /** The positions in `rules` of all that gave this effect. Empty: no rule fits, and the default holds. */
  readonly rules: readonly number[];
}

/** The strictest effect of all rules that fit the call; how specific a rule is makes no difference. */
export function decide(
  { rules = [], defaults }: PolicyDocument,
  { operation, account }: Pick<PolicyRequest, 'operation' | 'account'>,
): Decision {
  const fitting = rules.flatMap((rule, index) => (fits(rule, operation, account) ? [{ rule, index }] : []));
  for (const effect of effects) {
    const giving = fitting.filter(({ rule }) => rule.effect === effect);
    if (giving.length > 0) return { effect, rules: giving.map(({ index }) => index) };
  }
  const { kind } = operation;
  return { effect: defaults?.[kind] ?? defaultEffects[kind], rules: [] };
}

function fits(rule: PolicyRule, operation: PolicyRequest['operation'], account: string): boolean {
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

/** `upstash_set_key`: the name under which every surface but the SDK calls it. */
export function fullName({ integration, name }: PolicyRequest['operation']): string {
  return `${namespace(integration.name)}_${name}`;
}

function namespace(integration: string): string {
  return integration.replaceAll('-', '_');
}
