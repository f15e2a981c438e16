/**
 * A value of a request with placeholders. Literals stand for themselves. `{ $value }` is a param, a
 * step's `with` name or a credential, with its JSON type kept; `{ $text }` joins its
 * parts into one string; `{ $optional }`, in a list, is spliced in, or left out whole
 * when a value in it is absent. An object's property whose value is absent is left out.
 */
export type RequestTemplate =
  | string
  | number
  | boolean
  | null
  | Placeholder
  | { readonly $text: readonly (string | Placeholder)[] }
  | { readonly $optional: readonly RequestTemplate[] }
  | readonly RequestTemplate[]
  | { readonly [key: string]: RequestTemplate };

export interface Placeholder {
  readonly $value: string;
}

/** A template as one of its kinds. */
export type TemplateForm =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'text'; readonly parts: readonly (string | Placeholder)[] }
  | { readonly kind: 'optional'; readonly items: readonly RequestTemplate[] }
  | { readonly kind: 'list'; readonly items: readonly RequestTemplate[] }
  | {
      readonly kind: 'object';
      readonly members: readonly (readonly [key: string, value: RequestTemplate])[];
    };

export function formOf(template: RequestTemplate): TemplateForm {
  if (typeof template !== 'object' || template === null) return { kind: 'literal', value: template };
  if (isList(template)) return { kind: 'list', items: template };
  const { $value, $text, $optional } = template as { readonly [key: string]: unknown };
  if (Object.hasOwn(template, '$value')) return { kind: 'placeholder', name: $value as string };
  if (Object.hasOwn(template, '$text'))
    return { kind: 'text', parts: $text as readonly (string | Placeholder)[] };
  if (Object.hasOwn(template, '$optional'))
    return { kind: 'optional', items: $optional as readonly RequestTemplate[] };
  return { kind: 'object', members: Object.entries(template) };
}

/** The names in a template, in the order in which they stand in it. */
export function templateNames(template: RequestTemplate): string[] {
  const form = formOf(template);
  if (form.kind === 'placeholder') return [form.name];
  if (form.kind === 'text')
    return form.parts.flatMap((part) => (typeof part === 'string' ? [] : part.$value));
  if (form.kind === 'object') return form.members.flatMap(([, member]) => templateNames(member));
  return form.kind === 'literal' ? [] : form.items.flatMap(templateNames);
}

function isList(template: RequestTemplate): template is readonly RequestTemplate[] {
  return Array.isArray(template);
}
