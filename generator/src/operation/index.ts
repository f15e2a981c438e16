/** JavaScript for what of an operation is no data: how requests are put together and arguments are checked. */
export { type ApiCode, apiCode } from './request/api-code.js';
export { type CheckCall, checkCalls, checksCode, makeChecks } from './params/check-calls.js';
export { connectsExpressions } from './connects-expressions.js';
export { type CallPart, type Code, writeCode } from '../javascript/code.js';
export { copyCode } from './params/copy-code.js';
export { evaluateCode } from '../javascript/evaluate.js';
export { runnerOf, suggestsParams } from './operation-traits.js';
export { brokenRule, type ParamRules, paramRules } from './params/param-rules.js';
export { type RequestCode, requestCode } from './request/request-code.js';
export { shapeRules } from './shape/shape-rules.js';
export { usedCredentials } from './credentials.js';
