import type { Rule } from '../context.js';
import { requestsOf } from '../requests.js';

/** A redirect is never a success: it would carry credentials elsewhere. */
export const statuses: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const { response, holder } of requestsOf(file.value)) {
      for (const [index, status] of (response?.status ?? []).entries()) {
        if (status < 300 || status > 399) continue;
        const at = { file, path: [...holder, 'response', 'status', index] };
        yield { code: 'STATUS_INVALID', message: `${status} is a redirect, which cannot mean success`, at };
      }
    }
  }
};
