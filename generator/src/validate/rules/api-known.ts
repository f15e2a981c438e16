import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';
import { suggest } from '../suggest.js';

/** Each request goes to an API that integration.yaml declares. */
export const apiKnown: Rule = function* ({ integration, functions }) {
  const apis = Object.keys(integration.value.apis);
  for (const file of functions) {
    const { api } = file.value;
    if (api !== undefined && !apis.includes(api)) {
      const message = `there is no API ${quoteName(api)}`;
      yield { code: 'API_UNKNOWN', message, at: { file, path: ['api'] }, ...suggest(api, apis) };
    }
    for (const { step, holder } of requestsOf(file.value)) {
      const own = step?.api;
      if (own !== undefined && !apis.includes(own)) {
        const message = `there is no API ${quoteName(own)}`;
        yield {
          code: 'API_UNKNOWN',
          message,
          at: { file, path: [...holder, 'api'] },
          ...suggest(own, apis),
        };
      } else if (own === undefined && api === undefined && apis.length > 1) {
        const message = 'the function does not say which API it calls';
        const help = `Add \`api\`: ${apis.join(' or ')}.`;
        yield { code: 'API_UNKNOWN', message, at: { file, path: [...holder, 'request'], part: 'key' }, help };
      }
    }
  }
};
