/** A message of commander without the value of an unknown option, which may be a secret: `unknown option '--token'`. */
export function withoutValue(message: string): string {
  const option = message.indexOf("unknown option '-");
  const value = option < 0 ? -1 : message.indexOf('=', option);
  const end = message.lastIndexOf("'");
  return value < 0 || end < value ? message : message.slice(0, value) + message.slice(end);
}
