import type { Catalog } from '../catalog/catalog.js';
import type { IntegrationDetails } from '@kosmokrator/runtime';

/** The part of `IntegrationDetails` that accounts depend on. */
export interface AccountIntegration extends Pick<IntegrationDetails, 'name' | 'credentials' | 'apis'> {
  /** Short names of its functions, which no account may be called. */
  readonly functions?: readonly string[];
}

/** What storing an account needs besides: the functions, so that none of them is hidden by an account's name. */
export type DescribedIntegration = AccountIntegration & Required<Pick<AccountIntegration, 'functions'>>;

/** The description of an installed integration. Throws when it is not installed, or not built. */
export async function describeIntegration(
  catalog: Pick<Catalog, 'details' | 'integration'>,
  name: string,
): Promise<DescribedIntegration> {
  const { name: fullName, credentials, apis } = await catalog.details(name);
  const { functions } = catalog.integration(name)!.manifest;
  return { name: fullName, credentials, apis, functions: functions.map((fn) => fn.name) };
}
