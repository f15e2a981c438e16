import type { CallHelper } from '../../javascript/code.js';
import { printLiteral, printObject } from '../../javascript/literal.js';
import { printString } from '../../javascript/string.js';
import { formOf, type RequestTemplate, templateNames } from '../../spec/template.js';

/** How templates are spelled at one place of a request. */
export interface RequestPlace {
  readonly call: CallHelper;
  /** Code for the value of a name. */
  readonly placeholder: (name: string) => string;
  /** The name always has a value that is not null. */
  readonly isCertain: (name: string) => boolean;
}

/** A template as an expression. It gives undefined when the template is absent. */
export function templateCode(template: RequestTemplate, place: RequestPlace): string {
  const { call, placeholder } = place;
  const form = formOf(template);
  if (form.kind === 'literal') return printLiteral(form.value);
  if (form.kind === 'placeholder') return placeholder(form.name);
  if (form.kind === 'text') {
    const parts = form.parts.map((part) =>
      typeof part === 'string' ? printString(part) : placeholder(part.$value),
    );
    return call('text', ...parts);
  }
  if (form.kind === 'object') {
    const members = printObject(form.members.map(([key, member]) => [key, templateCode(member, place)]));
    const isWhole = form.members.every(([, member]) => !canBeAbsent(member, place));
    return isWhole ? members : call('record', members);
  }
  const items = form.items.map((item) => itemCode(item, place));
  return form.items.some((item) => canBeAbsent(item, place))
    ? call('list', ...items)
    : `[${items.join(', ')}]`;
}

/** A template whose absence is the caller's mistake. */
export function demandedCode(template: RequestTemplate, place: RequestPlace): string {
  const code = templateCode(template, place);
  if (!Array.isArray(template) || !canBeAbsent(template, place)) return code;
  return place.call('demand', code, printString(templateNames(template)[0] ?? ''));
}

function itemCode(item: RequestTemplate, place: RequestPlace): string {
  const form = formOf(item);
  if (form.kind !== 'optional') return templateCode(item, place);
  return `...${place.call('optional', ...form.items.map((one) => itemCode(one, place)))}`;
}

/** Absence spreads from a value to the text or list that it is in, up to the next object or `$optional`. */
function canBeAbsent(template: RequestTemplate, place: RequestPlace): boolean {
  const form = formOf(template);
  if (form.kind === 'literal' || form.kind === 'object' || form.kind === 'optional') return false;
  if (form.kind === 'list') return form.items.some((item) => canBeAbsent(item, place));
  return templateNames(template).some((name) => !place.isCertain(name));
}

/** An arrow function of `value`, which gives the value of a name. */
export function slot(body: string): string {
  return body.includes('value') ? `(value) => ${body}` : `() => ${body}`;
}

/** Code for the value of a name. */
export function valueOf(name: string): string {
  return `value(${printString(name)})`;
}
