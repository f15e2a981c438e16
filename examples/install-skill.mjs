// For an agent that reads skills: copy the skill of an installed package to where the agent looks for skills.
//
// Run:    node examples/install-skill.mjs build/skills
// Prints: build/skills/upstash/SKILL.md: upstash
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node examples/install-skill.mjs FOLDER (where your agent looks for skills)');
  process.exit(2);
}

const upstash = new URL('../', import.meta.resolve('@kosmokrator/upstash'));
cpSync(fileURLToPath(new URL('skills/', upstash)), folder, { recursive: true });

const file = `${folder}/upstash/SKILL.md`;
console.log(`${file}: ${/^name: (.*)$/m.exec(readFileSync(file, 'utf8'))[1]}`);
