/**
 * What generated operations are made of. Each function of an integration takes the few
 * that it needs, so that a bundle of one call holds no others.
 */
export { canonicalText } from '../text/canonical-text.js';
export { encodeJson } from '../text/encode-json.js';
export { copyJson } from '../text/copy-json.js';
export { didYouMean } from '../text/near-names.js';
export { authHeader, authQuery, basic, bearer, firstOf, label } from './auth.js';
export { checkDetails, type DetailRule } from './checks/check-details.js';
export { checkAnyOf, checkOneOf } from './checks/check-form.js';
export { checkItems, checkMaxItems, checkMinItems, checkUniqueItems } from './checks/check-list.js';
export {
  checkExclusiveMaximum,
  checkExclusiveMinimum,
  checkMaximum,
  checkMinimum,
  checkMultipleOf,
} from './checks/check-number.js';
export { checkNoOthers, checkOthers, checkProperties, checkRequired } from './checks/check-object.js';
export {
  checkFilled,
  checkMaxLength,
  checkMinLength,
  checkPattern,
  checkUuid,
  checkUuid4,
} from './checks/check-text.js';
export { checkLoose } from './checks/check-loose.js';
export { checkShape, type ShapeRule } from './checks/check-shape.js';
export { checkDigits, checkString, checkType } from './checks/check-type.js';
export { checkConst, checkEnum } from './checks/check-value.js';
export { connecting, type Connects } from './run/connecting.js';
export { headerFields, headerValue } from './encode/header.js';
export { hintMatch, hintWhen, joinErrors, quiet } from './errors.js';
export { demand, list, optional, record } from './encode/list.js';
export { nextLink } from './run/next-link.js';
export { query, queryValue } from './encode/query.js';
export { extract, markdown, plainText } from './run/read-text.js';
export { respell } from './checks/respell.js';
export { runRequest } from './run/run-request.js';
export { runSteps } from './run/run-steps.js';
export { joinedSegment, segment } from './encode/segment.js';
export { text, uuid4 } from './encode/text.js';
export { runPages } from './run/walk-pages.js';
export { writeGuard } from './run/write-guard.js';
