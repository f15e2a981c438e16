export { exitCode, exitCodeOf } from './errors/exit-codes.js';
export { main } from './main.js';
