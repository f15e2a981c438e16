type Test = (character: string) => boolean;

/** Whether a text matches a pattern of Redis: `*`, `?`, `[abc]`, `[a-c]`, `[^a]`, and `\` before what stands for itself. */
export function matchGlob(pattern: string): (text: string) => boolean {
  const tests = readPattern(pattern);
  return (text) => {
    let [at, next] = [0, 0];
    // Where the latest star stands, and how far what it stands for reaches.
    let [star, reach] = [-1, 0];
    while (at < text.length) {
      const test = tests[next];
      if (test === '*') {
        [star, reach] = [next, at];
        next += 1;
      } else if (test?.(text.charAt(at)) === true) {
        at += 1;
        next += 1;
      } else if (star >= 0) {
        reach += 1;
        [at, next] = [reach, star + 1];
      } else return false;
    }
    return tests.slice(next).every((test) => test === '*');
  };
}

function readPattern(pattern: string): (Test | '*')[] {
  const tests: (Test | '*')[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '*') tests.push('*');
    else if (character === '?') tests.push(() => true);
    else if (character === '[') {
      const group = readGroup(pattern, at + 1);
      tests.push(group.test);
      at = group.end;
    } else {
      const escaped = character === '\\' && at + 1 < pattern.length;
      if (escaped) at += 1;
      const literal = pattern.charAt(at);
      tests.push((given) => given === literal);
    }
  }
  return tests;
}

/** A group that is not closed ends with the pattern. */
function readGroup(pattern: string, start: number): { test: Test; end: number } {
  const negated = pattern.charAt(start) === '^';
  const members: Test[] = [];
  let at = negated ? start + 1 : start;
  for (; at < pattern.length && pattern.charAt(at) !== ']'; at += 1) {
    if (pattern.charAt(at) === '\\' && at + 1 < pattern.length) {
      at += 1;
      const literal = pattern.charAt(at);
      members.push((given) => given === literal);
    } else if (pattern.charAt(at + 1) === '-' && at + 2 < pattern.length) {
      const [low = '', high = ''] = [pattern.charAt(at), pattern.charAt(at + 2)].toSorted();
      members.push((given) => given >= low && given <= high);
      at += 2;
    } else {
      const literal = pattern.charAt(at);
      members.push((given) => given === literal);
    }
  }
  return { test: (given) => members.some((member) => member(given)) !== negated, end: at };
}
