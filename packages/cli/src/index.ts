export { exitCode, exitCodeOf } from './exit-codes.js';
export { main } from './main.js';
