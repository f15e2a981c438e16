import type { Rule } from '../context.js';
import { quoteName } from '../quote.js';
import { requestsOf } from '../requests.js';

/** Fields are read from text by expressions with a group. */
export const extracts: Rule = function* ({ functions }) {
  for (const file of functions) {
    for (const { response, holder } of requestsOf(file.value)) {
      if (!response?.extract) continue;
      const path = [...holder, 'response', 'extract'];
      if ((response.format ?? 'json') === 'json') {
        const message = '`extract` does not apply to JSON';
        yield { code: 'EXTRACT_INVALID', message, at: { file, path, part: 'key' } };
      }
      for (const [name, field] of Object.entries(response.extract)) {
        const rule = brokenRule(typeof field === 'string' ? field : field.pattern);
        if (rule === undefined) continue;
        const message = `the regular expression of ${quoteName(name)} ${rule}`;
        yield { code: 'EXTRACT_INVALID', message, at: { file, path: [...path, name] } };
      }
    }
  }
};

function brokenRule(source: string): string | undefined {
  try {
    // With an empty alternative it matches at once, and the match tells how many groups there are.
    const groups = new RegExp(`${source}|`, 'm').exec('')!.length - 1;
    return groups === 0 ? 'has no group' : undefined;
  } catch {
    return 'does not compile';
  }
}
