/** Columns that help may take: those of the terminal, at most 80. */
export function helpWidth(): number {
  return Math.min(80, process.stdout.columns ?? 80);
}
