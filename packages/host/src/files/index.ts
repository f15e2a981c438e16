/** Files and folders that only the user can read, for hosts that keep something of their own. */
export { stateFolder } from '../config-folder.js';
export { newProcessMark } from './process-mark.js';
export { readPrivateFile, replacePrivateFile } from './private-file.js';
export { checkPrivateFolder, makePrivateFolder } from './private-folder.js';
