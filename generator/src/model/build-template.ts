import type { RequestTemplate } from '../spec/template.js';
import { stringTemplate } from '../spec/parse-template.js';

/** The runtime's template for a value of a request: strings are parsed, the rest stands for itself. */
export function buildTemplate(value: unknown): RequestTemplate {
  if (typeof value === 'string') return stringTemplate(value);
  if (Array.isArray(value)) return value.map(buildTemplate);
  if (typeof value === 'object' && value !== null) return buildMembers(value);
  return value as RequestTemplate;
}

export function buildMembers(value: object): Record<string, RequestTemplate> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, buildTemplate(item)]));
}
