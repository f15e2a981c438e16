import { defineTarget } from '../../emit/target.js';
import { annotationsView } from './annotations-view.js';
import type { AnnotationsView } from './annotations-view.js';
import { bindingView } from './binding-view.js';
import type { BindingView } from './binding-view.js';

/**
 * The Lua binding and its annotations: `lua/<ns>.lua` and `lua/<ns>.d.lua`. Nothing formats them: the Lua files in
 * `templates/` are formatted with StyLua, and the rest is printed in its form.
 */
export default defineTarget((template) => {
  const section = (name: string) => template<BindingView>(name);
  const sections = ['names', 'failures.lua', 'checks.lua', 'function.lua', 'namespaces'].map(section);
  const pagedSections = [
    'names',
    'failures.lua',
    'walk.lua',
    'checks.lua',
    'paged-function.lua',
    'namespaces',
  ].map(section);
  const annotations = template<AnnotationsView>('annotations');
  return {
    name: 'lua',
    *emit(integration) {
      const view = bindingView(integration);
      const parts = view.hasPages ? pagedSections : sections;
      const content = parts.map((part) => part(view)).join('\n');
      yield { path: `lua/${integration.namespace}.lua`, content };
      yield {
        path: `lua/${integration.namespace}.d.lua`,
        content: annotations(annotationsView(integration)),
      };
    },
  };
});
