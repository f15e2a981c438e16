/** One name is one thing: a reader who knows what `Reference` is knows it in every folder of the generator. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
// Each target has views and a reading of its own of the model.
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(?!.*golden\/)(?!targets\/).*(?<!\.test)\.ts$/.test(file));

test('no two files export the same name for different things', () => {
  const homes = new Map<string, string[]>();
  for (const file of files) {
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, name] of text.matchAll(
      /^export (?:async )?(?:abstract )?(?:function\*?|const|class|interface|type) (\w+)/gm,
    ))
      homes.set(name!, [...(homes.get(name!) ?? []), file]);
  }
  expect([...homes].filter(([, places]) => places.length > 1)).toEqual([]);
});
