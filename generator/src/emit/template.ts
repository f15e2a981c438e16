import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { Emitted } from './emitted.js';

/** Renders one view. Every value that the template prints must be `Emitted`. */
export type Template<View> = (view: View) => string;

/**
 * Compiles `templates/<name>.hbs` beside the calling module (pass `import.meta.url`).
 * Call it once a module, not once a file: compiling costs more than rendering.
 */
export function loadTemplate<View>(moduleUrl: string, name: string): Template<View> {
  return compileTemplate(readFileSync(fileURLToPath(new URL(`./templates/${name}.hbs`, moduleUrl)), 'utf8'));
}

/**
 * Compiles a template that may use `{{value}}`, `{{#if}}`, `{{#unless}}` and `{{#each}}`, each with one
 * path. Anything else is refused here; a value that no emitter made, or that is missing, when it renders.
 */
export function compileTemplate<View>(source: string): Template<View> {
  const program = Handlebars.parse(source);
  new Guard().accept(program);
  return handlebars.compile<View>(program, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { print: true },
  });
}

const blocks = ['each', 'if', 'unless'] as const;
const handlebars = Handlebars.create();

handlebars.registerHelper('print', (value: unknown, path: string) => {
  if (value instanceof Emitted) return value.text;
  throw new TypeError(`a template printed a ${typeof value} (${path}) that no emitter made`);
});

// `strict` covers only plain `{{field}}`: a block over a misspelt field would print nothing.
for (const block of blocks) {
  // From the library's own instance: there `unless` calls the `if` that this loop has not replaced.
  const original = Handlebars.helpers[block]!;
  handlebars.registerHelper(
    block,
    function (this: unknown, value: unknown, path: string, options: Handlebars.HelperOptions) {
      if (value === undefined) throw new TypeError(`a template's {{#${block} ${path}}} is undefined`);
      return original.call(this, value, options);
    },
  );
}

/** Turns `{{value}}` into `{{print value "value"}}` and `{{#if value}}` into `{{#if value "value"}}`. */
class Guard extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (mustache.params.length > 0 || mustache.hash) refuse('a helper', mustache);
    const value = mustache.path;
    mustache.path = { type: 'PathExpression', data: false, depth: 0, parts: ['print'], ...printed(value) };
    mustache.params = [value, nameOf(value)];
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const [value, ...rest] = block.params;
    if (!blocks.some((name) => name === block.path.original)) refuse('this block', block);
    if (value?.type !== 'PathExpression' || rest.length > 0 || block.hash) refuse('this block', block);
    block.params = [value!, nameOf(value!)];
    this.accept(block.program);
    if (block.inverse) this.accept(block.inverse);
  }

  override PartialStatement(node: hbs.AST.Node): void {
    refuse('a partial', node);
  }

  override PartialBlockStatement(node: hbs.AST.Node): void {
    refuse('a partial', node);
  }

  override DecoratorBlock(node: hbs.AST.Node): void {
    refuse('a decorator', node);
  }

  override Decorator(node: hbs.AST.Node): void {
    refuse('a decorator', node);
  }
}

function printed({ loc }: hbs.AST.Node): { original: string; loc: hbs.AST.SourceLocation } {
  return { original: 'print', loc };
}

function nameOf(node: hbs.AST.Node): hbs.AST.StringLiteral {
  const path = String((node as hbs.AST.PathExpression).original);
  return { type: 'StringLiteral', value: path, original: path, loc: node.loc };
}

function refuse(what: string, { loc }: hbs.AST.Node): never {
  throw new TypeError(`a template may not use ${what} (line ${loc.start.line})`);
}
