import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { instantiateTemplate, type Template } from './template-runtime.js';

export type { Template } from './template-runtime.js';

// A build has compiled its templates, and loads neither the parser nor the compiler of templates.
const compile = import.meta.url.endsWith('.js')
  ? undefined
  : (await import('./compile-template.js')).compileTemplate;

/**
 * Loads `templates/<name>.hbs` beside the calling module (pass `import.meta.url`), or what the build
 * made of it. Call it once a module, not once a file.
 */
export function loadTemplate<View>(moduleUrl: string, name: string): Template<View> {
  if (!compile) return instantiateTemplate(createRequire(moduleUrl)(`./templates/${name}.cjs`));
  return compile(readFileSync(fileURLToPath(new URL(`./templates/${name}.hbs`, moduleUrl)), 'utf8'));
}
