import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { KosmoError } from '@kosmokrator/runtime';
import type { Catalog } from '../../catalog/catalog.js';
import { loadPolicy } from './load-policy.js';
import { userPolicy } from '../user-policy.js';

function home(text?: string): { env: { KOSMO_HOME: string }; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kosmo-policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'policy.json');
  if (text !== undefined) writeFileSync(file, text, { mode: 0o644 });
  return { env: { KOSMO_HOME: folder }, file };
}

test('reads policy.json of the config folder; without one there are no rules', () => {
  const written = home('{"defaults":{"write":"deny"}}');
  expect(loadPolicy(written.env)).toEqual({
    source: written.file,
    document: { defaults: { write: 'deny' } },
    missing: false,
  });
  const none = home();
  expect(loadPolicy(none.env)).toEqual({ source: none.file, document: {}, missing: true });
  expect(loadPolicy({ XDG_CONFIG_HOME: none.env.KOSMO_HOME }).source).toBe(
    join(none.env.KOSMO_HOME, 'kosmokrator', 'policy.json'),
  );
});

test('a file that is no policy, or that others can change, is an error and not an empty policy', () => {
  const broken = home('{');
  expect(() => loadPolicy(broken.env)).toThrow(`${broken.file}: is not JSON`);
  const shared = home('{}');
  chmodSync(shared.file, 0o666);
  expect(() => loadPolicy(shared.env)).toThrow('can be changed by other users; run: chmod go-w');
  const folder = home();
  mkdirSync(folder.file);
  expect(() => loadPolicy(folder.env)).toThrow('is not a file');
  const moved = home();
  symlinkSync(join(moved.file, '..', 'moved.json'), moved.file);
  expect(() => loadPolicy(moved.env)).toThrow('is a link to a file that does not exist');
});

const parcelPost = {
  manifest: {
    name: 'parcel-post',
    namespace: 'parcel_post',
    functions: [{ name: 'send_parcel', full_name: 'parcel_post_send_parcel' }],
  },
};
const catalog = {
  integrations: [parcelPost],
  integration: (name: string) => {
    if (name === 'damaged') throw new KosmoError({ code: 'broken_integration', message: 'it is broken' });
    return name.replace('_', '-') === 'parcel-post' ? parcelPost : undefined;
  },
} as unknown as Catalog;

test.each([
  [
    '{"effect":"deny","function":"sned_parcel"}',
    'rules[0].function: no installed integration has a function "sned_parcel"; did you mean "send_parcel"?',
  ],
  ['{"effect":"deny","function":"drop_everything"}', 'name that one'],
  ['{"effect":"deny","integration":"parcel-post","function":"get"}', 'parcel-post has no function "get"'],
  ['{"effect":"deny","integration":"parcel-pots"}', 'did you mean "parcel-post"?'],
])('a rule %s, which leads nowhere, is an error', (rule, problem) => {
  const { env } = home(`{"rules":[${rule}]}`);
  expect(() => userPolicy({ env, catalog })).toThrow(problem);
});

test.each([
  '{"effect":"deny","integration":"another","function":"any"}',
  '{"effect":"deny","integration":"parcel_post","function":"parcel_post_send_parcel"}',
  '{"effect":"deny","function":"send_parcel"}',
  '{"effect":"deny","integration":"damaged","function":"any"}',
])('a rule %s is fine', (rule) => {
  const { env } = home(`{"rules":[${rule}]}`);
  expect(userPolicy({ env, catalog })).toBeTypeOf('function');
});
