import type { Account } from '../../account.js';
import { checkExpiry } from '../../account/check-expiry.js';
import type { Call } from '../../call.js';
import type { ConnectedAccounts, Connection, ConnectPlan, ConnectSink } from '../../connection.js';
import { evaluate } from '../../http/evaluate.js';
import { fail, isKosmoError, refuse } from '../../error.js';
import type { Expression, Operation, Scope } from '../../operation.js';
import { tellKey } from './key-param.js';
import { secretForms } from '../../text/redact.js';
import { Secret } from '../../account/secret.js';

/** What the `connects` of a function says. */
export interface Connects {
  /** The param that names the account. */
  readonly param: string;
  /** What the credentials open. Known before the request: it reads arguments only. */
  readonly id?: Expression;
  readonly expires?: Expression;
  readonly renew: string;
  /** By integration and credential. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, Connected>>>>;
}

interface Connected {
  readonly value: Expression;
  readonly secret?: boolean;
}

const accountName = /^[a-z][a-z0-9_]{0,63}$/;
const dayMs = 86_400_000;
/** Beyond it, more than a name is wrong. */
const mostNames = 1000;

/**
 * `run` of a function whose result is a set of credentials: they go to the sink of the
 * account, and are secrets of the call from then on. What can be refused is refused
 * before the request; what fails after it says how to get the same credentials again.
 */
export function connecting(run: Operation['run'], connects: Connects): Operation['run'] {
  return async (call) => {
    const sink = sinkOf(call);
    const plan = planOf(call, connects);
    Object.assign(call, { confidential: true });
    const named = (use: (plan: ConnectPlan) => Promise<void>) => underFreeName(call, connects, plan, use);
    await named((free) => checkKeeping(sink, free));
    try {
      const scope = await run(call);
      await named((free) => keep(sink, accountsOf(call, connects, free, scope)));
      return scope;
    } catch (error) {
      // The guard of writes tells the key where the outcome is unknown.
      if (isKosmoError(error) && error.outcome === 'done') tellKey(call, error);
      throw error;
    }
  };
}

function sinkOf({ account: { connect }, operation: { name } }: Call): ConnectSink {
  if (typeof connect === 'function') return { save: connect };
  return (
    connect ??
    fail(
      'invalid_argument',
      `${name} creates an account, but nothing here stores it; give the client a \`connect\` function that stores it`,
    )
  );
}

function planOf(call: Call, { param, id, renew, credentials }: Connects): ConnectPlan {
  const { args, open } = call;
  const account = String(args[param]);
  if (!accountName.test(account)) {
    refuse(param, 'must be 1 to 64 lower-case letters, digits or _, and begin with a letter');
  }
  const known = id && evaluate(call, id, { args, credentials: open });
  const integrations = Object.keys(credentials);
  return { account, integrations, renew, ...(typeof known === 'string' && { id: known }) };
}

function accountsOf(call: Call, connects: Connects, plan: ConnectPlan, scope: Scope): ConnectedAccounts {
  const { operation, account: own } = call;
  const { account, integrations, ...from } = plan;
  const result = operation.select && evaluate(call, operation.select, scope);
  const read = (expression: Expression) =>
    evaluate(call, expression, { ...scope, result: result ?? scope.body });
  const values = integrations.map((integration) =>
    readCredentials(call, connects.credentials[integration]!, read),
  );
  const expires = connects.expires && endOf(read(connects.expires));
  const connection: Connection = { ...from, ...(expires && { expires }) };
  const { allowLoopbackHttp, allowPrivateAddresses, baseUrls } = own;
  const made = integrations.map((integration, index): [string, Account] => [
    integration,
    {
      name: account,
      credentials: values[index]!,
      connection,
      check: checkExpiry,
      ...(allowLoopbackHttp && { allowLoopbackHttp }),
      ...(allowPrivateAddresses && { allowPrivateAddresses }),
      // What the function was called at is where its own integration is.
      ...(baseUrls && integration === operation.integration.name && { baseUrls }),
    },
  ]);
  return { account, connection, accounts: Object.fromEntries(made) };
}

function readCredentials(
  call: Call,
  fields: Readonly<Record<string, Connected>>,
  read: (expression: Expression) => unknown,
): Account['credentials'] {
  const entries = Object.entries(fields).map(([name, { value, secret }]): [string, string | Secret] => {
    const found = read(value);
    if (typeof found !== 'string' || !found)
      fail('bad_response', `the reply lacks ${name}`, { outcome: 'done' });
    if (!secret) return [name, found];
    Object.assign(call, { secrets: [...secretForms([found]), ...call.secrets] });
    return [name, new Secret(found)];
  });
  return Object.fromEntries(entries);
}

/** A date without a time counts to its end, so that nothing is refused that may still work. */
function endOf(text: unknown): string | undefined {
  if (text === null) return undefined;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(String(text));
  const time = Date.parse(String(text)) + (isDate ? dayMs : 0);
  if (Number.isNaN(time))
    fail('bad_response', 'the reply has an expiry date of the account in an unknown format', {
      outcome: 'done',
    });
  return new Date(time).toISOString();
}

/**
 * A name that the caller gives is used or refused. Where none is given, the default stands for the first of `scratch`,
 * `scratch_2`, … that is no other account's, and `args` names it from then on. The store decides again when it keeps
 * the account, since another call may have taken the name meanwhile.
 */
async function underFreeName(
  call: Call,
  { param }: Connects,
  plan: ConnectPlan,
  use: (plan: ConnectPlan) => Promise<void>,
): Promise<void> {
  const chosen = ((call.given ?? {}) as Record<string, unknown>)[param] ?? undefined;
  for (let number = 1; ; number += 1) {
    const account = number === 1 ? plan.account : `${plan.account}_${number}`;
    Object.assign(call.args, { [param]: account });
    try {
      return await use({ ...plan, account });
    } catch (error) {
      const isTaken = isKosmoError(error) && error.code === 'conflict';
      if (!isTaken || chosen !== undefined || number >= mostNames) throw error;
    }
  }
}

/** The sink speaks of the account that it has; the error is of this call. */
async function checkKeeping(sink: ConnectSink, plan: ConnectPlan): Promise<void> {
  try {
    await sink.check?.(plan);
  } catch (error) {
    if (!isKosmoError(error)) throw error;
    const { code, message, param } = error;
    fail(code, message, param === undefined ? {} : { param });
  }
}

/** The service has done its part: whatever fails here, the credentials are there. */
async function keep(sink: ConnectSink, made: ConnectedAccounts): Promise<void> {
  try {
    await sink.save(made);
  } catch (error) {
    const { message } = error as Error;
    const code = isKosmoError(error) ? error.code : 'missing_credentials';
    fail(code, `the account "${made.account}" was created but could not be stored: ${message}`, {
      outcome: 'done',
    });
  }
}
