import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The texts for people in a file of TypeScript, in their places: all else is blank, so that a line and a column found in
 * the result are those of the file. A text is a string or a template of three words or more.
 */
export function codeTexts(path) {
  const source = readFileSync(path, 'utf8');
  const blank = [...source.replaceAll(/[^\n]/g, ' ')];
  const keep = (start, end) => {
    const text = source.slice(start, end);
    if (!/[a-z]+[ ,.:;]+[\w`'"]+[ ,.:;]+[a-z]+/i.test(text)) return;
    for (let at = start; at < end; at += 1) blank[at] = source[at];
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || isTemplatePart(node)) keep(node.getStart(file) + 1, node.end - 1);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  visit(file);
  return blank.join('');
}

function isTemplatePart({ kind }) {
  return [ts.SyntaxKind.TemplateHead, ts.SyntaxKind.TemplateMiddle, ts.SyntaxKind.TemplateTail].includes(
    kind,
  );
}
