/** All that Node can be made to print, as variables of its environment. */
export const verboseNode = {
  NODE_DEBUG: 'undici,fetch,http,https,net,tls,stream,timer,worker,module_timer',
  NODE_OPTIONS: '--trace-warnings --trace-uncaught',
};
