/** A message of commander without the value of an unknown option, which may be a secret: `unknown option '--token'`. */
export function withoutValue(message: string): string {
  return message.replace(/(unknown option '-[^=]*)=[^]*'/, "$1'");
}
