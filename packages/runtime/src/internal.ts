/** What the hosts of this repository share with the runtime. It is no public interface: it may change in any release. */
export { baseUrlRule } from './account/base-url.js';
export { accountOptions } from './account/check-options.js';
export { checkExpiry } from './account/check-expiry.js';
export { brokenRule } from './account/resolve-access.js';
export { reveal } from './account/reveal.js';
export { keepSecret } from './account/secret.js';
export { systemClock } from './http/clock.js';
export { isPlainObject } from './text/copy-json.js';
export { encodeJson } from './text/encode-json.js';
export { mark } from './text/redact.js';
export { quoteText, showText } from './text/show-text.js';
