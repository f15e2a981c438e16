import type { Emitted } from '../../emit/emitted.js';
import type { DocumentedSnippet } from '../../emit/snippets/documented-snippets.js';
import { mdFence, mdText, type Language } from '../../emit/syntax/markdown.js';

/** The examples of one function on one page. */
export interface ExamplesView {
  readonly examples: readonly { readonly title: Emitted; readonly code: Emitted }[];
  readonly hasExamples: boolean;
}

export function exampleViews(snippets: readonly DocumentedSnippet[], language: Language): ExamplesView {
  return {
    examples: snippets.map(({ title, code }) => ({ title: mdText(title), code: mdFence(language, code) })),
    hasExamples: snippets.length > 0,
  };
}
