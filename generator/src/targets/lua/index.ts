import { defineTarget } from '../../emit/target.js';
import { loadTemplate } from '../../emit/template.js';
import { annotationsView } from './annotations-view.js';
import type { AnnotationsView } from './annotations-view.js';
import { bindingView } from './binding-view.js';
import type { BindingView } from './binding-view.js';

const sections = ['names', 'failures', 'namespace', 'binding'].map(bindingTemplate);
const pagedSections = ['names', 'failures', 'walk', 'namespace', 'binding'].map(bindingTemplate);
const annotations = loadTemplate<AnnotationsView>(import.meta.url, 'annotations');

/** The Lua binding and its annotations: `lua/<ns>.lua` and `lua/<ns>.d.lua`. */
export default defineTarget({
  name: 'lua',
  *emit(integration) {
    const view = bindingView(integration);
    const parts = view.hasPages ? pagedSections : sections;
    yield { path: `lua/${integration.namespace}.lua`, content: parts.map((part) => part(view)).join('\n') };
    yield {
      path: `lua/${integration.namespace}.d.lua`,
      content: annotations(annotationsView(integration)),
    };
  },
});

function bindingTemplate(name: string) {
  return loadTemplate<BindingView>(import.meta.url, name);
}
