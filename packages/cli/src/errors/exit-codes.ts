/** Every exit code of `kosmo`. Scripts rely on them, so one never changes its meaning. */
const table = {
  ok: { code: 0, meaning: 'done' },
  failed: { code: 1, meaning: 'the script or the call failed' },
  usage: {
    code: 2,
    meaning: 'the command line is wrong, or a file on it or policy.json cannot be used',
  },
  refused: { code: 3, meaning: 'policy refused a call, or nobody approved it' },
  credentials: { code: 4, meaning: 'a credential is missing, or the service rejected it' },
  limit: { code: 5, meaning: 'a timeout or another limit was reached' },
  fault: { code: 70, meaning: 'there is a bug in kosmo; please report it' },
  interrupted: { code: 130, meaning: 'interrupted' },
} as const;

export type ExitReason = keyof typeof table;

export const exitCode = Object.fromEntries(
  Object.entries(table).map(([reason, { code }]) => [reason, code]),
) as { readonly [Reason in ExitReason]: (typeof table)[Reason]['code'] };

/** Error codes that have an exit code of their own; all others are `failed`. */
const reasons: Readonly<Record<string, ExitReason>> = {
  usage: 'usage',
  policy_denied: 'refused',
  approval_required: 'refused',
  missing_credentials: 'credentials',
  auth_failed: 'credentials',
  timeout: 'limit',
  limit_exceeded: 'limit',
  cancelled: 'interrupted',
};

export function exitCodeOf(errorCode: string): number {
  return exitCode[Object.hasOwn(reasons, errorCode) ? reasons[errorCode]! : 'failed'];
}

/** Each code and what it means. */
export const exitCodes: readonly { readonly code: number; readonly meaning: string }[] = Object.values(table);

/** The table, for `--help`. */
export function exitCodeHelp(): string {
  const lines = exitCodes.map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`);
  return ['Exit codes:', ...lines].join('\n');
}
