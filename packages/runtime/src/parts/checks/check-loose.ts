import { isPlainObject } from '../../text/copy-json.js';
import type { Check } from '../../operation.js';
import { checkDigits } from './check-type.js';

/** A value that the schema says nothing about: whole numbers in it have all their digits, at any depth. */
export const checkLoose: Check = (value, path) => {
  checkDigits(value, path);
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) checkLoose(item, `${path}[${index}]`);
  else if (isPlainObject(value))
    for (const [name, member] of Object.entries(value)) checkLoose(member, `${path}.${name}`);
};
