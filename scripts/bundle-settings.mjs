/** How code is bundled for Node: a few files, in chunks that are read when they are needed. */
export const bundleSettings = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Less to read at each start. Names stay, for error texts and stacks.
  minifyWhitespace: true,
  minifySyntax: true,
  // Node prints the whole line that threw an uncaught error: a bundle of one line would print 50 kB before the message.
  lineLimit: 160,
  logLevel: 'warning',
};

/** CommonJS inside a program's bundle asks for Node's own modules. */
export const requireNode =
  "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);";
