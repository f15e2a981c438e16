/**
 * What compiled JMESPath expressions are made of. Each takes any value, reads own
 * properties only and changes nothing. A function that gets a value of a type that it
 * cannot take throws a `SelectError`.
 */
export {
  endsWith,
  findFirst,
  findLast,
  join,
  lower,
  padLeft,
  padRight,
  replace,
  split,
  startsWith,
  upper,
} from './strings.js';
export { at, contains, containsText, flatten, groupBy, length, map, reverse, zip } from './lists.js';
export { notNull, toArray, toNumber, toString, type } from './convert.js';
export { and, equal, or, pipe, truthy, within } from './logic.js';
export { max, maxBy, min, minBy, sort, sortBy } from './sort.js';
export { fromItems, get, items, keys, merge, values } from './objects.js';
export { greater, greaterOrEqual, less, lessOrEqual } from './order.js';
export { filter, project, projectValues, slice } from './project.js';
export { abs, avg, ceil, floor, sum } from './numbers.js';
export { SelectError } from './expect.js';
export { trim, trimLeft, trimRight } from './trim.js';
