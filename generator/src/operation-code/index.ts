/** JavaScript for what of an operation is no data: how requests are put together and arguments are checked. */
export { type ApiCode, apiCode } from './api-code.js';
export { type CheckCall, checkCalls, checksCode, makeChecks } from './check-calls.js';
export { connectsExpressions } from './connects-expressions.js';
export { type CallPart, type Code, writeCode } from './code.js';
export { copyCode } from './copy-code.js';
export { evaluateCode } from './evaluate-code.js';
export { runnerOf, suggestsParams } from './operation-traits.js';
export { brokenRule, type ParamRules, paramRules } from './param-rules.js';
export { type RequestCode, requestCode } from './request-code.js';
export { shapeRules } from './shape/shape-rules.js';
export { usedCredentials } from './used-credentials.js';
