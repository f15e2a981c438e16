import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';

/** Each credential has a variable of its own, and url ones say where they may lead. */
export const credentials: Rule = function* ({ integration: file }) {
  const variables = new Map<string, string>();
  for (const [name, { type, env, hosts }] of Object.entries(file.value.credentials ?? {})) {
    const path = ['credentials', name];
    const other = variables.get(env);
    if (other !== undefined) {
      const related = { message: 'the other one', at: { file, path: ['credentials', other, 'env'] } };
      const message = `${quoteName(env)} is also the variable of ${quoteName(other)}`;
      yield { code: 'CREDENTIAL_ENV', message, at: { file, path: [...path, 'env'] }, related };
    }
    variables.set(env, name);
    if (type === 'url' && !hosts) {
      const message = `the url credential ${quoteName(name)} does not list its hosts`;
      yield { code: 'CREDENTIAL_HOSTS', message, at: { file, path, part: 'key' } };
    } else if (type !== 'url' && hosts) {
      const message = `the ${type} credential ${quoteName(name)} has \`hosts\`, which only a url credential can have`;
      const help = 'Remove `hosts`, or make it `type: url`.';
      yield { code: 'CREDENTIAL_HOSTS', message, at: { file, path: [...path, 'hosts'], part: 'key' }, help };
    }
  }
};
