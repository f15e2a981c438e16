const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A JavaScript string literal that reads back as `text`, to the last lone surrogate.
 * Printable ASCII only, and nothing in it ends a comment, an HTML script or a template.
 */
export function jsString(text: string): string {
  const body = text.replace(
    /[^\x20-\x7e]|['\\<>`]|\*\/|\$\{/g,
    (found) => escapes[found] ?? escapeFirst(found),
  );
  return `'${body}'`;
}

// Without the u flag a pattern sees UTF-16 units, so a pair of surrogates becomes two escapes.
function escapeFirst(found: string): string {
  const code = found.charCodeAt(0);
  const escape = code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  return escape + found.slice(1);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
