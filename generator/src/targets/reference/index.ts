import { jsonFile } from '../../emit/syntax/json.js';
import { defineTarget } from '../../emit/target.js';
import { reference } from './reference.js';

/** What hosts list, search and show of an integration, as data; `reference-schema.ts` describes the file. */
export default defineTarget(() => ({
  name: 'reference',
  *emit(integration) {
    yield { path: 'reference.json', content: jsonFile(reference(integration)) };
  },
}));
