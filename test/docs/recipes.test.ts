import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBeside } from '../../src/scaffold/beside.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What jobs are told to run, wherever the project says so: whole files, and what pages show of one. */
const recipes: [string, string][] = [
  ['ci/policyc.gitlab-ci.yml', read('ci/policyc.gitlab-ci.yml')],
  ...filesBeside(['github', 'gitlab'], 'policies/acme').map(({ path, text }): [string, string] => [
    path,
    text,
  ]),
  ...['docs/ci.md', 'docs/formats.md', 'docs/gate.md'].map((path): [string, string] => [
    path,
    jobsIn(read(path)),
  ]),
];

/** The blocks of a page that a service runs: those in YAML, and the steps for any other. */
function jobsIn(page: string): string {
  return [...page.matchAll(/^```(yaml|sh)\n(.*?)^```/gms)]
    .filter(([, kind, text = '']) => kind === 'yaml' || text.startsWith('npm ci'))
    .map(([, , text = '']) => text)
    .join('');
}

describe('what a job is told to run', () => {
  it.each(recipes)(
    'is the program that it installed, by its path, and no other that a registry has: %s',
    (_, text) => {
      const started = [...text.matchAll(/(\S+(?: --\S+)*) (?:\S*policyc\S*) (?:check|diff)\b/g)];
      expect(text.replace(/^ *#.*$/gm, '')).not.toContain('npx');
      if (!text.includes('uses: OWNER/policyc@REF')) expect(started.length).toBeGreaterThan(0);
      for (const [line, by] of started) {
        expect(by).toBe('node');
        expect(line).toContain('node node_modules/policyc/bin/policyc.js ');
      }
    },
  );

  it.each(recipes)('takes no name of a branch into its own text, where it would be code: %s', (_, text) => {
    for (const [, inside = ''] of text.matchAll(/\$\{\{(.*?)\}\}/g))
      expect(inside).toMatch(/^ steps\.policyc\.outputs\.\w+ $/);
  });
});
