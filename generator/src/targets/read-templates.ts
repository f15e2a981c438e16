import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Templates } from '../emit/target.js';
import { instantiateTemplate } from '../emit/template.js';

// A build has compiled its templates, and loads neither the parser nor the compiler of templates.
const compile = import.meta.url.endsWith('.js')
  ? undefined
  : (await import('../emit/compile-template.js')).compileTemplate;

/** The templates of the target in `folder`, whose address ends with `/`: read from `templates/<name>.hbs`, or from what the build made of it. */
export function readTemplates(folder: URL): Templates {
  if (compile) return (name) => compile(readFileSync(new URL(`templates/${name}.hbs`, folder), 'utf8'));
  const load = createRequire(folder);
  return (name) => instantiateTemplate(load(`./templates/${name}.cjs`));
}
