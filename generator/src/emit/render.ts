import { Emitted } from './emitted.js';
import type { Template } from './template.js';

/** A rendered template as a part of another: all that it printed has been through emitters. */
export function render<View>(template: Template<View>, view: View): Emitted {
  return new Emitted(template(view).trimEnd());
}
