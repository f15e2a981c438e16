import Handlebars from 'handlebars';
import { blocks, instantiateTemplate, type Renderer } from './template.js';

/**
 * Compiles a template that may use `{{value}}`, `{{#if}}`, `{{#unless}}` and `{{#each}}`, each with one
 * path, to JavaScript. Anything else is refused here; a value that no emitter made, or that is missing,
 * when it renders.
 */
export function precompileTemplate(source: string): string {
  const program = Handlebars.parse(source);
  new Guard().accept(program);
  return String(
    Handlebars.precompile(program, {
      noEscape: true,
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { print: true },
    }),
  );
}

/** Compiles a template for rendering in this process. */
export function compileTemplate<View>(source: string): Renderer<View> {
  // The template is the repository's own, and no part of it comes from a spec.
  // oxlint-disable-next-line no-new-func
  return instantiateTemplate<View>(new Function(`return ${precompileTemplate(source)}`)());
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
