import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const { root, shimCommand, toolScript } = (await import(
  new URL('./start-program.mjs', import.meta.url).href
)) as {
  root: string;
  shimCommand(name: string, args: string[], platform: string): object;
  toolScript(name: string, folder?: string): string;
};
const call = ['--yes', '--package=pnpm@10.34.9', '--call', 'node scripts/setup-steps.mjs'];

test('npx is a program on Linux and macOS', () => {
  for (const platform of ['linux', 'darwin']) {
    expect(shimCommand('npx', call, platform)).toEqual({ file: 'npx', args: call, shell: false });
  }
});

describe('on Windows', () => {
  test('npx is started by the shell, with its arguments quoted', () => {
    expect(shimCommand('npx', call, 'win32')).toEqual({
      file: 'npx --yes --package=pnpm@10.34.9 --call "node scripts/setup-steps.mjs"',
      args: [],
      shell: true,
    });
  });

  test.each(['a & b', 'a|b', '^a', '(a)', 'a>b', "it's", ''])('%j is one quoted argument', (text) => {
    expect(shimCommand('npm', [text], 'win32')).toMatchObject({ file: `npm "${text}"` });
  });

  test.each(['say "hi"', '%PATH%', 'a!b', 'a\nb'])('%j is refused: quotes do not hold it', (text) => {
    expect(() => shimCommand('npm', [text], 'win32')).toThrow('cannot pass');
  });
});

test('commands of installed packages are scripts, which node runs', () => {
  for (const name of ['turbo', 'tsx', 'vitest']) {
    expect(readFileSync(toolScript(name), 'utf8')).toMatch(/^#!.*\bnode\b/);
  }
});

test('no script starts what Windows has as a .cmd file, or as no file', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  for (const name of sources) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    expect(text).not.toMatch(/spawn(Sync)?\(\s*['"`](npx|npm|pnpm|sh|bash)\b|node_modules\/\.bin\//);
    expect(text).not.toMatch(/import\.meta\.url\)\.pathname/);
  }
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.values(scripts).join('\n')).not.toMatch(/\b(rm|cp|mv|mkdir|export|bash|sh) |'|\$|^\w+=/m);
});
