/**
 * What generated operations are made of. Each function of an integration takes the few
 * that it needs, so that a bundle of one call holds no others.
 */
export { canonicalText } from '../canonical-text.js';
export { encodeJson } from '../encode-json.js';
export { copyJson } from '../copy-json.js';
export { didYouMean } from '../near-names.js';
export { authHeader, authQuery, basic, bearer, firstOf, label } from './auth.js';
export { checkDetails } from './check-details.js';
export type { DetailRule } from './check-details.js';
export { checkAnyOf, checkOneOf } from './check-form.js';
export { checkItems, checkMaxItems, checkMinItems, checkUniqueItems } from './check-list.js';
export {
  checkExclusiveMaximum,
  checkExclusiveMinimum,
  checkMaximum,
  checkMinimum,
  checkMultipleOf,
} from './check-number.js';
export { checkNoOthers, checkOthers, checkProperties, checkRequired } from './check-object.js';
export {
  checkFilled,
  checkMaxLength,
  checkMinLength,
  checkPattern,
  checkUuid,
  checkUuid4,
} from './check-text.js';
export { checkLoose } from './check-loose.js';
export { checkShape } from './check-shape.js';
export type { ShapeRule } from './check-shape.js';
export { checkDigits, checkString, checkType } from './check-type.js';
export { checkConst, checkEnum } from './check-value.js';
export { connecting } from './connecting.js';
export type { Connects } from './connecting.js';
export { headerFields, headerValue } from './header.js';
export { hintMatch, hintWhen } from './hint.js';
export { joinErrors } from './join-errors.js';
export { demand, list, optional, record } from './list.js';
export { nextLink } from './next-link.js';
export { quiet } from './quiet.js';
export { query, queryValue } from './query.js';
export { extract, markdown, plainText } from './read-text.js';
export { respell } from './respell.js';
export { runRequest } from './run-request.js';
export { runSteps } from './run-steps.js';
export { joinedSegment, segment } from './segment.js';
export { text } from './text.js';
export { uuid4 } from './uuid4.js';
export { runPages } from './walk-pages.js';
export { writeGuard } from './write-guard.js';
