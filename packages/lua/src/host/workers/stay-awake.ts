// A script's next question mostly comes within this time of the last answer. In milliseconds.
const moment = 0.1;

let until = 0;
let isAwake = false;

/**
 * Keeps this thread's event loop from falling asleep for a moment. To wake it takes longer than most questions
 * of a script take to answer. The loop does whatever else there is to do meanwhile.
 */
export function stayAwake(): void {
  until = performance.now() + moment;
  if (isAwake) return;
  isAwake = true;
  setImmediate(look);
}

function look(): void {
  isAwake = performance.now() < until;
  if (isAwake) setImmediate(look);
}
