import { requestTemplates } from '../../spec/request-placeholders.js';
import type { ParamSpec } from '../../spec/spec.js';
import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

/** Where an absent value would break the request, the param is never absent. */
export const optionalParams: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const { request, path } of requestsOf(file.value)) {
      for (const use of requestTemplates(request)) {
        if (use.place !== 'path' && !(use.place === 'body' && use.inList && !use.inOptional)) continue;
        for (const part of use.parts) {
          if (typeof part === 'string' || !canBeAbsent(file.value.params?.[part.name])) continue;
          const where = use.place === 'path' ? 'the path' : 'a list of the body';
          const message = `${where} needs ${quoteName(part.name)}, which is optional`;
          const at = { file, path: [...path, ...use.path], within: part };
          yield { code: 'PARAM_OPTIONAL', message, at };
        }
      }
    }
  }
};

function canBeAbsent(param: ParamSpec | undefined): boolean {
  return (
    param !== undefined && !param.required && param.default === undefined && param.generate === undefined
  );
}
