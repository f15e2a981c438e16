import type { RequestTemplate } from './template.js';

/** One `{name}` in a template string, with its place in that string. */
export interface Brace {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** A brace that neither opens nor closes a placeholder. */
export interface TemplateFault {
  readonly message: string;
  readonly help?: string;
  readonly offset: number;
  readonly length: number;
}

export interface TemplateText {
  /** Literal text with `{{` and `}}` undone, and placeholders. */
  readonly parts: readonly (string | Brace)[];
  readonly faults: readonly TemplateFault[];
}

const token = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
const placeholderName = /^[a-z][a-z0-9_]*$/;

/** Reads a string of a request, a base URL or a credential header: `{name}` is a placeholder, `{{` and `}}` are braces. */
export function parseTemplate(text: string): TemplateText {
  const parts: (string | Brace)[] = [];
  const faults: TemplateFault[] = [];
  let literal = '';
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [all, name] = match;
    const offset = match.index;
    literal += text.slice(end, offset);
    end = offset + all.length;
    if (all === '{{' || all === '}}') {
      literal += all[0];
    } else if (name === undefined) {
      faults.push({ message: `a lone \`${all}\``, offset, length: 1 });
    } else if (!placeholderName.test(name)) {
      const message = `\`${all}\` is not the name of a param`;
      faults.push({ message, ...nameHelp(name), offset, length: all.length });
    } else {
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push({ name, offset, length: all.length });
    }
  }
  literal += text.slice(end);
  if (literal !== '') parts.push(literal);
  return { parts, faults };
}

/** `{userId}` → `{user_id}`, which a param can be called. */
function nameHelp(text: string): { readonly help?: string } {
  const words = /^[\w .-]+$/.test(text) ? (text.match(/[A-Z]?[a-z0-9]+|[A-Z]+/g) ?? []) : [];
  const name = words.join('_').toLowerCase();
  if (!placeholderName.test(name)) return {};
  return { help: `Write \`{${name}}\`, or \`{{${text}}}\` if the braces are text.` };
}

/** The runtime's template for a string: a lone placeholder keeps its JSON type, placeholders within text become text. */
export function stringTemplate(text: string): RequestTemplate {
  if (!text.includes('{') && !text.includes('}')) return text;
  const { parts } = parseTemplate(text);
  const [first] = parts;
  if (first === undefined) return '';
  if (parts.length === 1) return typeof first === 'string' ? first : { $value: first.name };
  return { $text: parts.map((part) => (typeof part === 'string' ? part : { $value: part.name })) };
}
