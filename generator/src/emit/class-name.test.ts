import { expect, test } from 'vitest';
import { className } from './class-name.js';

test.each([
  ['planetscale', 'PlanetScale', 'PlanetScale'],
  ['planetscale', 'Planet Scale', 'PlanetScale'],
  ['upstash', 'Upstash Redis', 'Upstash'],
  ['upstash-redis-start', 'Upstash Redis for Agents', 'UpstashRedisStart'],
  ['github', 'GitHub', 'GitHub'],
  ['google-drive', 'Google Drive', 'GoogleDrive'],
  ['sendgrid', 'Twilio SendGrid (v3)', 'SendGrid'],
  ['openai', 'OpenAI', 'OpenAI'],
  ['icloud', 'iCloud', 'ICloud'],
  ['youtube-data', 'YouTube', 'YouTubeData'],
  ['dropbox', 'ＤropBox', 'Dropbox'],
  ['s3', 'Amazon S3', 'S3'],
  ['notion', 'Anything else', 'Notion'],
])('%s, titled "%s", is %s', (name, title, expected) => {
  expect(className({ words: name.split('-'), title })).toBe(expected);
});
