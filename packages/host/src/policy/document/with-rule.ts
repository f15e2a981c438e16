import {
  defaultEffects,
  type Effect,
  effects,
  type PolicyDocument,
  type PolicyRule,
} from './policy-document.js';

type Selectors = Pick<PolicyRule, 'integration' | 'function' | 'account' | 'operation'>;

/** The policy with this rule: in the place of the rules that name the same, else at the end. */
export function withRule(document: PolicyDocument, rule: PolicyRule): PolicyDocument {
  const rules = document.rules ?? [];
  const at = rules.findIndex((one) => namesSame(one, rule));
  const others = withoutRule(document, rule).rules ?? [];
  return { ...document, rules: at < 0 ? [...others, rule] : others.toSpliced(at, 0, rule) };
}

/** The policy without the rules that name exactly this. */
export function withoutRule(document: PolicyDocument, selectors: Selectors): PolicyDocument {
  const { rules = [] } = document;
  return { ...document, rules: rules.filter((rule) => !namesSame(rule, selectors)) };
}

/** The policy with another default for reads or for writes. */
export function withDefault(
  document: PolicyDocument,
  operation: 'read' | 'write',
  effect: Effect,
): PolicyDocument {
  return { ...document, defaults: { ...document.defaults, [operation]: effect } };
}

/** Whether a change of the policy may let a call through that was refused or asked about before it. */
export function loosens(before: PolicyDocument, after: PolicyDocument): boolean {
  const [old, now] = [before.rules ?? [], after.rules ?? []];
  const usual = { ...defaultEffects, ...before.defaults };
  const kinds = ({ operation }: PolicyRule) => (operation ? [operation] : (['read', 'write'] as const));
  const effectIn = (rules: readonly PolicyRule[], rule: PolicyRule) =>
    rules.find((one) => namesSame(one, rule))?.effect;
  return (
    now.some((rule) => rule.effect === 'allow' && effectIn(old, rule) !== 'allow') ||
    // A call that a rule fits is no longer left to the defaults, which may be stricter.
    now.some(
      (rule) =>
        effectIn(old, rule) === undefined && kinds(rule).some((kind) => isMilder(rule.effect, usual[kind])),
    ) ||
    old.some((rule) => isMilder(effectIn(now, rule) ?? 'allow', rule.effect)) ||
    (['read', 'write'] as const).some((kind) =>
      isMilder(after.defaults?.[kind] ?? defaultEffects[kind], usual[kind]),
    )
  );
}

function isMilder(effect: Effect, than: Effect): boolean {
  return effects.indexOf(effect) > effects.indexOf(than);
}

function namesSame(a: Selectors, b: Selectors): boolean {
  return (
    a.integration === b.integration &&
    a.function === b.function &&
    a.account === b.account &&
    a.operation === b.operation
  );
}
