import { encodeJson } from './encode-json.js';
import type { Template } from './operation.js';

/** The value of a name; undefined when it is absent. */
export type Lookup = (name: string) => unknown;

const isHole = (template: object): template is { readonly $value: string } =>
  Object.hasOwn(template, '$value');

/**
 * Fills the holes of a template. Absence spreads: a list or text with an absent value
 * is absent itself, up to the nearest object member or `$optional`, which is left out.
 */
export function renderTemplate(template: Template, lookup: Lookup): unknown {
  if (typeof template !== 'object' || template === null) return template;
  if (isList(template)) return renderList(template, lookup);
  if (isHole(template)) return lookup(template.$value);
  if (Object.hasOwn(template, '$text')) return joinParts(template, lookup, String);
  const members = Object.entries(template as Record<string, Template>)
    .map(([key, value]) => [key, renderTemplate(value, lookup)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(members);
}

/**
 * The text of a template, with `encode` applied to each value and `literal` to each
 * part that the spec wrote. Undefined when a value in it is absent or null.
 */
export function joinParts(
  template: Template,
  lookup: Lookup,
  encode: (text: string) => string,
  literal: (text: string) => string = String,
): string | undefined {
  let text = '';
  for (const part of textParts(template)) {
    if (typeof part === 'string') {
      text += literal(part);
      continue;
    }
    const value = toText(lookup(part.$value));
    if (value === undefined) return undefined;
    text += encode(value);
  }
  return text;
}

/** A value inside text or in a URL: strings as they are, lists and objects as JSON. */
export function toText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? encodeJson(value) : String(value);
}

/** The names in a template, or in anything that holds templates. */
export function templateNames(template: unknown): string[] {
  if (typeof template !== 'object' || template === null) return [];
  return isHole(template) ? [template.$value] : Object.values(template).flatMap(templateNames);
}

function textParts(template: Template): readonly (string | { readonly $value: string })[] {
  if (typeof template !== 'object' || template === null) return [String(template)];
  if (isHole(template)) return [template];
  return (template as { readonly $text: readonly (string | { readonly $value: string })[] }).$text;
}

function renderList(templates: readonly Template[], lookup: Lookup): unknown[] | undefined {
  const list: unknown[] = [];
  for (const template of templates) {
    const optional = optionalParts(template);
    const values = optional ? (renderList(optional, lookup) ?? []) : [renderTemplate(template, lookup)];
    if (values.includes(undefined)) return undefined;
    list.push(...values);
  }
  return list;
}

function optionalParts(template: Template): readonly Template[] | undefined {
  if (typeof template !== 'object' || template === null || isList(template)) return undefined;
  return Object.hasOwn(template, '$optional')
    ? (template['$optional' as never] as readonly Template[])
    : undefined;
}

function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}
