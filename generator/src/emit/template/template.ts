import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { Emitted } from '../emitted.js';

/** Renders one view. Every value that the template prints must be `Emitted`. */
export type Renderer<View> = (view: View) => string;

/** The blocks that a template may use. */
export const blocks = ['each', 'if', 'unless'] as const;

// The part of the library that renders; its own types say nothing.
const library = runtime as unknown as typeof Handlebars;
const handlebars = library.create();

handlebars.registerHelper('print', (value: unknown, path: string) => {
  if (value instanceof Emitted) return value.text;
  throw new TypeError(`a template printed a ${typeof value} (${path}) that no emitter has escaped`);
});

// `strict` covers only plain `{{field}}`: a block over a misspelt field would print nothing.
for (const block of blocks) {
  // From the library's own instance: there `unless` calls the `if` that this loop has not replaced.
  const original = library.helpers[block]!;
  handlebars.registerHelper(
    block,
    function (this: unknown, value: unknown, path: string, options: Handlebars.HelperOptions) {
      if (value === undefined) throw new TypeError(`a template's {{#${block} ${path}}} is undefined`);
      return original.call(this, value, options);
    },
  );
}

/** Makes a template of what `precompileTemplate` has printed. */
export function instantiateTemplate<View>(program: unknown): Renderer<View> {
  return handlebars.template<View>(program as TemplateSpecification);
}

/** A rendered template as a part of another: all that it printed has been through emitters. */
export function render<View>(template: Renderer<View>, view: View): Emitted {
  return new Emitted(template(view).trimEnd());
}
