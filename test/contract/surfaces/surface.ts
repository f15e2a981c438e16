import type { FunctionModel, IntegrationModel } from '@kosmokrator/generator';

/** What one call gave: a value, or the fields of its error. */
export type CallOutcome =
  | { readonly result: unknown }
  | { readonly error: Readonly<Record<string, unknown>> };

/** One way to call functions, opened for one integration with the examples' credentials. */
export interface Surface {
  call(fn: FunctionModel, args: Readonly<Record<string, unknown>>): Promise<CallOutcome>;
  close(): Promise<void>;
}

/** Opens a surface whose requests go to `baseUrl` instead of the vendor. */
export type OpenSurface = (integration: IntegrationModel, baseUrl: string) => Promise<Surface>;

/** Keeps nothing of what functions with `connects` make. */
export const forget = { save: () => {} };

/** The environment of a host: example credentials, and every API at `baseUrl`. */
export function hostEnvironment(integration: IntegrationModel, baseUrl: string): Record<string, string> {
  const prefix = `KOSMO_${integration.namespace.toUpperCase()}`;
  const credentials = integration.credentials.map((credential) => [credential.env, credential.example]);
  const baseUrls = integration.apis.map((api) => [`${prefix}_${api.name.toUpperCase()}_BASE_URL`, baseUrl]);
  return { ...Object.fromEntries([...credentials, ...baseUrls]), KOSMO_ALLOW_LOOPBACK_HTTP: '1' };
}
