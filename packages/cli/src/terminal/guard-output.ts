import type { Redactor } from '@kosmokrator/host';

/**
 * From here on, nothing that the redactor knows as a secret leaves through standard output or standard error, whoever
 * writes it: commands, the MCP server, a question, a warning, or a library that NODE_DEBUG has made talkative.
 */
export function guardOutput(redactor: Redactor): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      const shown = redactor.text(text);
      return write(shown === text ? chunk : shown, ...rest);
    };
  }
}
