import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Catalog } from '../../catalog/catalog.js';
import { changePolicy } from './change-policy.js';
import { loadPolicy } from './load-policy.js';
import type { PolicyDocument, PolicyRule } from './policy-document.js';
import { loosens, withDefault, withoutRule, withRule } from './with-rule.js';

const manifest = { name: 'shop', namespace: 'shop', functions: [{ name: 'buy', full_name: 'shop_buy' }] };
const catalog = {
  integrations: [{ manifest }],
  integration: (name: string) => (name === 'shop' ? { manifest } : undefined),
} as unknown as Catalog;

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const home = join(folder, 'home');
  return { env: { KOSMO_HOME: home }, file: join(home, 'policy.json'), folder };
}

const buy: PolicyRule = { effect: 'deny', integration: 'shop', function: 'buy' };

test('the first change makes the folder and the file, for the user alone', async () => {
  const { env, file } = open();
  await changePolicy((now) => withRule(now, buy), { env, catalog });
  expect(loadPolicy(env)).toEqual({ source: file, missing: false, document: { rules: [buy] } });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['policy.json']);
});

test('a rule that names the same is replaced where it stands', async () => {
  const { env } = open();
  const other: PolicyRule = { effect: 'ask', account: 'work' };
  for (const rule of [buy, other, { ...buy, effect: 'allow' as const, reason: 'cheap' }])
    await changePolicy((now) => withRule(now, rule), { env, catalog });
  expect(loadPolicy(env).document.rules).toEqual([{ ...buy, effect: 'allow', reason: 'cheap' }, other]);
  await changePolicy((now) => withDefault(withoutRule(now, other), 'read', 'ask'), { env, catalog });
  expect(loadPolicy(env).document).toEqual({
    rules: [{ ...buy, effect: 'allow', reason: 'cheap' }],
    defaults: { read: 'ask' },
  });
});

test('a link to the file stays, and the file that it leads to changes', async () => {
  const { env, file, folder } = open();
  await changePolicy((now) => now, { env, catalog });
  const real = join(folder, 'mine.json');
  renameSync(file, real);
  symlinkSync(real, file);
  await changePolicy((now) => withRule(now, buy), { env, catalog });
  expect(JSON.parse(readFileSync(real, 'utf8'))).toEqual({ rules: [buy] });
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['home', 'mine.json']);
});

test.each<[string, (now: PolicyDocument) => PolicyDocument, string]>([
  [
    'a function that is not there',
    (now) => withRule(now, { ...buy, function: 'buuy' }),
    'did you mean "buy"',
  ],
  ['a rule that names nothing', (now) => withRule(now, { effect: 'deny' }), 'must name at least one of'],
])('%s changes nothing', async (_, change, message) => {
  const { env, file } = open();
  await changePolicy((now) => withRule(now, buy), { env, catalog });
  const before = readFileSync(file, 'utf8');
  await expect(changePolicy(change, { env, catalog })).rejects.toThrow(message);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('a file that is no policy is not written over', async () => {
  const { env, file } = open();
  await changePolicy((now) => now, { env, catalog });
  writeFileSync(file, '{ "rules": [');
  await expect(changePolicy((now) => withRule(now, buy), { env, catalog })).rejects.toThrow('is not JSON');
  expect(readFileSync(file, 'utf8')).toBe('{ "rules": [');
  writeFileSync(file, '{}');
  chmodSync(file, 0o666);
  await expect(changePolicy((now) => withRule(now, buy), { env, catalog })).rejects.toThrow('chmod go-w');
});

test('two processes at once lose no rule', async () => {
  const { env } = open();
  const accounts = ['a', 'b', 'c', 'd', 'e'];
  await Promise.all(
    accounts.map((account) =>
      changePolicy((now) => withRule(now, { effect: 'ask', account }), { env, catalog }),
    ),
  );
  expect(
    loadPolicy(env)
      .document.rules?.map(({ account }) => account)
      .toSorted(),
  ).toEqual(accounts);
});

test.each<[boolean, PolicyDocument, PolicyDocument]>([
  [false, {}, { rules: [buy] }],
  [true, { rules: [buy] }, {}],
  [true, { rules: [buy] }, { rules: [{ ...buy, effect: 'ask' }] }],
  [false, { rules: [{ ...buy, effect: 'ask' }] }, { rules: [buy] }],
  [true, {}, { rules: [{ ...buy, effect: 'allow' }] }],
  [false, { rules: [{ ...buy, effect: 'allow' }] }, {}],
  [true, {}, { defaults: { write: 'allow' } }],
  [false, {}, { defaults: { read: 'ask' } }],
  [true, { defaults: { read: 'deny' } }, { defaults: { write: 'deny' } }],
  [
    true,
    { defaults: { write: 'deny' } },
    { defaults: { write: 'deny' }, rules: [{ ...buy, effect: 'ask' }] },
  ],
  [
    false,
    { defaults: { write: 'deny' } },
    { defaults: { write: 'deny' }, rules: [{ ...buy, effect: 'ask', operation: 'read' }] },
  ],
])('that it loosens is %j: from %j to %j', (loose, before, after) => {
  expect(loosens(before, after)).toBe(loose);
});
