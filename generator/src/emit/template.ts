import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { Emitted } from './emitted.js';

/** Renders one view. Every value that the template prints must be `Emitted`. */
export type Template<View> = (view: View) => string;

const handlebars = Handlebars.create();

handlebars.registerHelper('print', (value: unknown) => {
  if (value instanceof Emitted) return value.text;
  throw new TypeError(`a template printed a ${typeof value} that no emitter made`);
});

// `strict` covers only plain `{{field}}`; blocks need a guard against undefined values.
for (const name of ['each', 'if', 'unless'] as const) {
  const original = handlebars.helpers[name]!;
  handlebars.registerHelper(
    name,
    function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      if (value === undefined) throw new TypeError(`a template's {{#${name}}} got undefined`);
      return original.call(this, value, options);
    },
  );
}

/**
 * Compiles `templates/<name>.hbs` beside the calling module (pass `import.meta.url`).
 * Printing goes through `print`, which refuses whatever no emitter has made.
 */
export function loadTemplate<View>(moduleUrl: string, name: string): Template<View> {
  return compileTemplate(readFileSync(fileURLToPath(new URL(`./templates/${name}.hbs`, moduleUrl)), 'utf8'));
}

export function compileTemplate<View>(source: string): Template<View> {
  const program = Handlebars.parse(source);
  new PrintGuard().accept(program);
  return handlebars.compile<View>(program, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { print: true },
  });
}

/** Turns each `{{value}}` into `{{print value}}`. */
class PrintGuard extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const value = mustache.path;
    mustache.path = {
      type: 'PathExpression',
      data: false,
      depth: 0,
      parts: ['print'],
      original: 'print',
      loc: value.loc,
    };
    mustache.params = [value];
  }
}
