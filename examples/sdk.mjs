// From TypeScript or JavaScript: store a value, read it, and tell two failures apart.
//
// Run:    node packages/cli/dist/bin.js emulate -- node examples/sdk.mjs
// Prints: the value is {"temp":18}
//         no such key: null
//         invalid_argument: ex must be at least 1
import { isKosmoError } from '@kosmokrator/runtime';
import { Upstash } from '@kosmokrator/upstash';

// Reads UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN, which the emulator sets.
const upstash = Upstash.fromEnv();

await upstash.setKey({ key: 'weather', value: '{"temp":18}', ex: 60 });
const { value } = await upstash.getKey({ key: 'weather' });
console.log(`the value is ${value}`);

const missing = await upstash.getKey({ key: 'no:such:key' });
console.log(`no such key: ${missing.value}`);

try {
  await upstash.setKey({ key: 'weather', value: 'x', ex: 0 });
} catch (error) {
  if (!isKosmoError(error)) throw error;
  console.log(`${error.code}: ${error.message}`);
}
