import { isKosmoError } from '@kosmokrator/runtime';
import { packageModule } from '../repository.js';
import { forget, hostEnvironment } from './surface.js';
import type { OpenSurface } from './surface.js';

type Client = Record<string, (args: unknown) => Promise<unknown>>;

/** The generated class, made by `fromEnv`. */
export const openSdk: OpenSurface = async (integration, baseUrl) => {
  const module = (await import(packageModule(integration.name))) as Record<string, unknown>;
  // The vendor's spelling is known to the package only.
  const name = integration.words.join('');
  const className = Object.keys(module).find((exported) => exported.toLowerCase() === name);
  const clientClass = module[className!] as {
    fromEnv(env: Record<string, string>, settings: object): Client;
  };
  const client = clientClass.fromEnv(hostEnvironment(integration, baseUrl), { connect: forget });
  return {
    async call(fn, args) {
      const [first = '', ...rest] = fn.words;
      try {
        return { result: await client[first + rest.map(capitalize).join('')]!(args) };
      } catch (error) {
        if (isKosmoError(error)) return { error: error.toJSON() };
        throw error;
      }
    },
    close: async () => {},
  };
};

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
