import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installSpecs } from '@kosmokrator/testing/install/install-specs';

/** Generates and builds the package of the spec in this folder, in a folder that a catalog can be loaded from. */
export async function installPager(): ReturnType<typeof installSpecs> {
  const spec = fileURLToPath(new URL('.', import.meta.url));
  return installSpecs((specsFolder) => {
    for (const part of ['integration.yaml', 'functions'])
      cpSync(join(spec, part), join(specsFolder, 'pager', part), { recursive: true });
  });
}
