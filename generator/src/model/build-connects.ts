import type { ConnectsSpec } from '../spec/spec.js';
import type { CompiledExpression, ConnectsModel } from './model.js';

/** Whether a credential of an integration is secret; what is not known is. */
export type IsSecret = (integration: string, credential: string) => boolean;

/** The accounts that a function's result makes. */
export function buildConnects(
  { param, id, expires, credentials }: ConnectsSpec,
  renew: string,
  { compile, isSecret }: { compile: (source: string) => CompiledExpression; isSecret: IsSecret },
): ConnectsModel {
  const accounts = Object.entries(credentials).map(([integration, fields]) => ({
    integration,
    credentials: Object.entries(fields).map(([name, source]) => ({
      name,
      value: compile(source),
      secret: isSecret(integration, name),
    })),
  }));
  return {
    param,
    ...(id === undefined ? {} : { id: compile(id) }),
    ...(expires === undefined ? {} : { expires: compile(expires) }),
    renew,
    accounts,
  };
}
