// `pnpm generate`: builds the generator, without a word unless that fails, and runs it.
import { pathToFileURL } from 'node:url';
import { buildGenerator, generatorScript } from './build-generator.mjs';

const built = buildGenerator();
if (built.status !== 0) {
  process.stderr.write(`${built.stdout ?? ''}${built.stderr ?? ''}${built.error ?? ''}\n`);
  process.exit(built.status || 1);
}
// In this process: a signal that ends it ends a generator that watches, too.
process.argv.splice(1, 1, generatorScript, 'generate');
await import(pathToFileURL(generatorScript).href);
