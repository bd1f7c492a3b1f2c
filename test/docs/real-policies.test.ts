import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { standaloneMarkdown } from '../../src/render/standalone.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { beside, head, type Said, said } from './real-policies.ts';

const path = 'docs/real-policies.md';

function sideOf({ to, adds, policy, entries }: Said, has: boolean): Policy {
  const whole = has ? { ...to, ...adds } : to;
  const clauses = whole && 'id' in whole ? [whole as ClauseObject] : [];
  const entry = entries?.[has ? 1 : 0];
  return policyOf(
    [[beside, ...clauses]],
    { ...head, ...(has ? policy : {}) },
    entry ? { 'registers/list.yaml': { entries: [entry] } } : {},
  );
}

/** What a page says with it and not without: for a longer line, the line that has it. */
function sentencesIn(one: Said, locale: string): string {
  const lines = (policy: Policy): string[] => standaloneMarkdown(policy, locale, { sequence: 1 }).split('\n');
  const before = new Set(lines(sideOf(one, false)));
  const body = lines(sideOf(one, true));
  const start = body.findIndex((line) => line.includes('id="chapter-0"'));
  const told = body.slice(one.policy ? 0 : start).filter((line) => !before.has(line));
  return told
    .filter((line) => line !== '' && !/^<a id|^#|^\| [-| ]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/<[^>]*>/g, '')
        .replace(/^- /, '')
        .replace(/^\| | \|$/g, ''),
    )
    .join(' ')
    .replaceAll('|', '·');
}

function changesBy(one: Said, is: 'comes' | 'goes'): string {
  const [without, with_] = [sideOf(one, false), sideOf(one, true)];
  const { changes } = is === 'comes' ? comparePolicies(without, with_) : comparePolicies(with_, without);
  return changes
    .filter(({ verdict }) => verdict !== 'editorial')
    .map(({ kind, direction, verdict }) => `\`${kind}\` ${direction}, ${verdict}`)
    .join('; ');
}

function yamlOf({ to, adds, policy, entries }: Said): string {
  const shown = policy ?? entries?.[1] ?? adds;
  const [first] = entries ? [without(shown, entries[0])] : [to ? adds : shown];
  return stringify(first, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function without(entry: object, base: object): object {
  const known = JSON.stringify(Object.entries(base));
  return Object.fromEntries(
    Object.entries(entry).filter(([name, value]) => !known.includes(JSON.stringify([name, value]))),
  );
}

const table = (): string =>
  said
    .map((one) => {
      const cells = [
        one.what,
        `\`${yamlOf(one)}\``,
        sentencesIn(one, 'en'),
        sentencesIn(one, 'zh-CN'),
        changesBy(one, 'comes'),
        changesBy(one, 'goes'),
      ];
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');

describe('docs/real-policies.md', () => {
  it('shows how each is written, what pages say, and what its coming and going are', () => {
    const made = table();
    const page = readFileSync(path, 'utf8');
    const at = page.indexOf('\n', page.indexOf('| --- |')) + 1;
    if (process.env.UPDATE === '1') writeFileSync(path, `${page.slice(0, at)}${made}\n`);
    expect(readFileSync(path, 'utf8').slice(at)).toBe(`${made}\n`);
  });

  it.each(said)('says something in both languages that a comparison sees both ways: $what', (one) => {
    for (const locale of ['en', 'zh-CN']) expect(sentencesIn(one, locale)).not.toBe('');
    for (const is of ['comes', 'goes'] as const) expect(changesBy(one, is)).not.toBe('');
  });
});
