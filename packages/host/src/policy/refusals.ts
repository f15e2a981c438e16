import { type ErrorCode, KosmoError, type PolicyRequest } from '@kosmokrator/runtime';
import { type Decision, fullName, isRaw } from './decide.js';
import type { PolicyDocument, PolicyRule } from './document/policy-document.js';

/** Where a policy is from, and how else a call can be approved; see `PolicyOptions`. */
export interface PolicyPlace {
  readonly document: PolicyDocument;
  readonly source: string;
  readonly otherWay?: string | undefined;
  readonly missing?: boolean | undefined;
}

/** The rule that denied, word for word, so that a person can find it. */
export function denied(request: PolicyRequest, decision: Decision, place: PolicyPlace): KosmoError {
  const { rule, name } = decidingRule(request, decision, place);
  const words = rule ? `: ${JSON.stringify(rule)}` : '';
  const message = `${fullName(request.operation)} is denied by ${name} in ${place.source}${words}`;
  return refusal(request, 'policy_denied', message);
}

/** `why`: what is missing. Tells what to change, and where. */
export function approvalRequired(
  request: PolicyRequest,
  decision: Decision,
  place: PolicyPlace,
  why: string,
): KosmoError {
  const { rule, name } = decidingRule(request, decision, place);
  const reason = rule?.reason ? ` (${rule.reason})` : '';
  const ways = [howToAllow(request, decision, place), ...(place.otherWay ? [place.otherWay] : [])];
  const cause = place.missing
    ? `, as every ${request.operation.kind} does by default (${place.source} does not exist)`
    : ` because of ${name} in ${place.source}${reason}`;
  const message = `${fullName(request.operation)} needs approval${cause}; ${why}. To allow it, ${ways.join(', or ')}`;
  return refusal(request, 'approval_required', message);
}

export function saidNo(request: PolicyRequest): KosmoError {
  const message = `${fullName(request.operation)} needs approval, which was not given`;
  return refusal(request, 'policy_denied', message);
}

export function cancelled(request: PolicyRequest): KosmoError {
  return refusal(request, 'cancelled', 'the call was cancelled while it waited for approval');
}

function decidingRule({ operation }: PolicyRequest, { rules }: Decision, { document }: PolicyPlace) {
  const [first] = rules;
  if (first === undefined) return { name: `defaults.${operation.kind}` };
  return { name: ruleNames(rules), rule: document.rules![first] as PolicyRule };
}

/** An `allow` does not outweigh an `ask`: where rules ask, they have to change. */
function howToAllow(
  { operation, account }: PolicyRequest,
  { rules }: Decision,
  { source, missing }: PolicyPlace,
): string {
  if (rules.length > 0) return `set the effect of ${ruleNames(rules)} in ${source} to "allow"`;
  const { name, integration, kind } = operation;
  const what = isRaw(operation) ? { account, operation: kind } : { function: name, account };
  const rule: PolicyRule = { effect: 'allow', integration: integration.name, ...what };
  if (missing) return `create ${source} with ${JSON.stringify({ rules: [rule] })}`;
  return `add ${JSON.stringify(rule)} to "rules" in ${source}`;
}

function ruleNames(rules: readonly number[]): string {
  return rules.map((index) => `rules[${index}]`).join(' and ');
}

function refusal({ operation, account }: PolicyRequest, code: ErrorCode, message: string): KosmoError {
  const { integration, name } = operation;
  return new KosmoError({ code, message, integration: integration.name, function: name, account });
}
