/** What a person sees on a terminal, narrow or wide, and how it is left. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '@kosmokrator/testing/repository';
import { beforeAll, describe, expect, test } from 'vitest';
import stringWidth from 'string-width';
import { commandOnTerminal } from '../testing/command-on-terminal.js';
import { kosmoWithParcels } from '../testing/kosmo-with-parcels.js';
import { hasTerminals, onTerminal } from '../testing/on-terminal.js';
import { bin } from '../testing/run-to-end.js';

const { env, folder, requests } = kosmoWithParcels();
/** Of the packages of this repository, whose documentation is longer than a screen. */
const documented = () => ({ ...env, KOSMO_INTEGRATIONS_PATH: join(root, 'packages/integrations') });
const kosmo = (...args: readonly string[]) => [process.execPath, bin, ...args];
const widest = (shown: string) =>
  Math.max(
    ...stripVTControlCharacters(shown)
      .split('\n')
      .map((line) => stringWidth(line)),
  );
const isRestored = /(?<!-)icanon[^]*(?<!-)\becho\b/;

describe.skipIf(!hasTerminals)('on a terminal', () => {
  test.each([40, 80, 200])('of %i columns, lists and help fit', async (columns) => {
    for (const args of [
      ['list'],
      ['list', 'parcel-post'],
      ['search', 'send a parcel'],
      ['commands'],
      // Examples are command lines, which are not broken.
      ...(columns < 80 ? [] : [['--help'], ['parcel-post', 'send_parcel', '--help']]),
    ]) {
      const { code, shown } = await onTerminal(kosmo(...args), [], {
        env: { ...env, PAGER: 'cat' },
        columns,
      });
      expect({ args, code }).toEqual({ args, code: 0 });
      expect({ args, fits: widest(shown) <= columns }).toEqual({ args, fits: true });
    }
  });

  test('there are colours, unless NO_COLOR or TERM says no', async () => {
    const show = async (more: Record<string, string>) =>
      (await onTerminal(kosmo('list'), [], { env: { ...env, ...more } })).shown;
    expect(await show({})).toContain('\u001b[36mparcel-post');
    expect(await show({ NO_COLOR: '1' })).not.toContain('\u001b');
    expect(await show({ TERM: 'dumb' })).not.toContain('\u001b');
  });

  test('an agent gets neither colours nor a pager', async () => {
    const { shown } = await onTerminal(kosmo('docs', 'upstash'), [], {
      env: { ...documented(), CLAUDECODE: '1', PAGER: 'false' },
    });
    expect(shown).toMatch(/^# /);
    expect(shown).not.toContain('\u001b');
  });
});

describe.skipIf(!hasTerminals)('documentation', () => {
  const pager = join(folder, 'pager');
  const paged = join(folder, 'paged');
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(pager, `#!/bin/sh\ncat > '${paged}'\n`);
    chmodSync(pager, 0o755);
  });

  test('is rendered in a pager where it is long', async () => {
    const { code, shown } = await onTerminal(kosmo('docs', 'upstash'), [], {
      env: { ...documented(), PAGER: pager },
    });
    expect({ code, shown }).toEqual({ code: 0, shown: '' });
    const text = readFileSync(paged, 'utf8');
    expect(text).toContain('\u001b[1m');
    expect(text).not.toMatch(/^#/m);
  });

  test.each(['', 'cat', '/nonexistent/pager'])('is printed where the pager is %j', async (PAGER) => {
    const { code, shown } = await onTerminal(kosmo('docs', 'upstash'), [], {
      env: { ...documented(), PAGER },
    });
    expect(code).toBe(0);
    expect(shown).toContain('get_key');
  });

  test('stands in less, and Ctrl-C does not end it', async () => {
    const steps = [
      { see: 'Upstash', type: '\u0003' },
      { see: /\S/, type: 'G' },
      { see: '(END)', type: 'q' },
    ];
    const words = [
      'sh',
      '-c',
      `trap : INT; '${process.execPath}' '${bin}' docs upstash; echo "ended $?"; stty -a`,
    ];
    const { shown } = await onTerminal(words, steps, { env: { ...documented(), LESS: 'R' } });
    expect(shown).toContain('ended 0');
    expect(shown).toMatch(isRestored);
  });
});

describe.skipIf(!hasTerminals)('Ctrl-C', () => {
  test('ends a call that takes long, which says so meanwhile', async () => {
    const { code, screen, settings } = await commandOnTerminal(
      ['parcel-post', 'get_parcel', '--id', 'slow'],
      env,
      [['Calling parcel_post_get_parcel … 1 s', '\u0003']],
    );
    expect(code).toBe(130);
    expect(screen).toContain('\r\u001b[K');
    expect(screen).toContain('cancelled');
    expect(settings).toMatch(isRestored);
    expect(requests()).toEqual(['GET /parcels/slow']);
  });

  test('at a question ends the command, and nothing is sent', async () => {
    const { code, settings } = await commandOnTerminal(
      ['parcel-post', 'send_parcel', '--content', 'x'],
      env,
      [['[y/N]', '\u0003']],
    );
    expect(code).toBe(130);
    expect(settings).toMatch(isRestored);
    expect(requests()).toEqual([]);
  });

  test('ends the prompt of kosmo lua only at its end', async () => {
    const { code, settings } = await commandOnTerminal(['lua'], env, [
      ['> ', '\u0003'],
      ['^C', '1 + 1\n'],
      ['2', '\u0004'],
    ]);
    expect(code).toBe(0);
    expect(settings).toMatch(isRestored);
  });
});

test.runIf(existsSync('/dev/full') && hasTerminals)(
  'a terminal for errors tells that the disk is full',
  async () => {
    const words = ['sh', '-c', `'${process.execPath}' '${bin}' list >/dev/full`];
    const { code, shown } = await onTerminal(words, [], { env });
    expect({ code, shown: stripVTControlCharacters(shown) }).toEqual({
      code: 1,
      shown: 'error: cannot write to standard output: the disk is full\n',
    });
  },
);
