/** Lets other work have its turn; by a timer where there is no `setImmediate`, as in a browser. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}
