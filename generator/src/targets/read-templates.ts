import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Templates } from '../emit/target.js';
import { instantiateTemplate } from '../emit/template/template.js';

// A build has compiled its templates, and loads neither the parser nor the compiler of templates.
const compile = import.meta.url.endsWith('.js')
  ? undefined
  : (await import('../emit/template/compile-template.js')).compileTemplate;

/** The templates of the target in `folder`, whose address ends with `/`: those of the source, or what the build made of them. */
export function readTemplates(folder: URL): Templates {
  const read = (file: string) => readFileSync(new URL(`templates/${file}`, folder), 'utf8');
  const load = createRequire(folder);
  return (name) => {
    if (name.includes('.')) {
      const text = read(name);
      return () => text;
    }
    return compile ? compile(read(`${name}.hbs`)) : instantiateTemplate(load(`./templates/${name}.cjs`));
  };
}
