import { isKosmoError } from '@kosmokrator/runtime';
import { camelCase, sdkClass } from './sdk-class.js';
import { forget, hostEnvironment } from './surface.js';
import type { OpenSurface } from './surface.js';

type Client = Record<string, (args: unknown) => Promise<unknown>>;

/** The generated class, made by `fromEnv`. */
export const openSdk: OpenSurface = async (integration, baseUrl) => {
  const clientClass = await sdkClass<{ fromEnv(env: Record<string, string>, settings: object): Client }>(
    integration,
  );
  const client = clientClass.fromEnv(hostEnvironment(integration, baseUrl), { connect: forget });
  return {
    async call(fn, args) {
      try {
        return { result: await client[camelCase(fn.words)]!(args) };
      } catch (error) {
        if (isKosmoError(error)) return { error: error.toJSON() };
        throw error;
      }
    },
    close: async () => {},
  };
};
