/**
 * What one call of an SDK is to a bundler, and where its bytes are: each row is the bundle with the row's modules
 * hollow. What parts share is counted with none of them, so that the rows come to less than the whole.
 */
import { bundleCall } from '@kosmokrator/testing/bundle-call';
import { printTable } from './shared/print-table.js';

const goal = 6_000;

/** Modules of the runtime, by what they do for a call. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'validation: arguments': ['validate-arguments', 'check-type', 'check-text'],
  'validation: credentials, base URLs': ['prepare-account', 'resolve-access', 'base-url', 'reveal', 'auth'],
  'retry: attempts, waits, budget': ['send', 'retry-budget', 'retry-after', 'clock'],
  'timeout: deadline, silent connections': ['deadline', 'fetch-transport', 'transport', 'certificate-error'],
  'typed errors: of calls and replies': [
    'error',
    'call',
    'reply-error',
    'read-reply',
    'show-text',
    'request-id',
    'hint',
  ],
  'no credential in results and errors': ['redact', 'finish-result'],
  'request, result, response': [
    'execute',
    'start-call',
    'build-request',
    'run-request',
    'objects',
    'logic',
    'value-type',
  ],
};

const sizeWithout = async (modules: readonly string[]): Promise<number> =>
  (await bundleCall('upstash', 'get_key', 'esm', modules)).zipped;

const whole = await sizeWithout([]);
const table = [['upstash get_key, minified, gzip -9', 'bytes', 'goal', '']];
table.push(['whole', show(whole), show(goal), whole <= goal ? 'held' : 'MISSED']);
for (const [name, modules] of Object.entries(parts))
  table.push([`  ${name}`, show(whole - (await sizeWithout(modules)))]);
table.push([
  '  what stays: the integration, and hollow modules',
  show(await sizeWithout(Object.values(parts).flat())),
]);
printTable(table);

function show(bytes: number): string {
  return bytes.toLocaleString('en-US');
}
