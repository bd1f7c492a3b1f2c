import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/frame.ts';
import { messageTables } from '../../src/base/message-tables.ts';
import { type Code, messages } from '../../src/base/messages.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { codesWithPage } from '../../src/cli/commands/explain.ts';
import { type Snapshot, snapshotOf } from '../../src/snapshot/snapshot.ts';
import { overSmall } from './sample.ts';

const folder = join(import.meta.dirname, '../../docs/diagnostics');
/** What check says of a policy; the other pages are of archives and releases, and their examples are not run. */
const codes = Object.keys(messages) as Code[];
const everyCode: readonly string[] = [
  ...codes,
  ...Object.keys(messageTables.archive),
  ...Object.keys(messageTables.missing),
];
const pages = new Map(
  everyCode.flatMap((code) =>
    readdirSync(folder).includes(`${code}.md`) ? [[code, read(code)] as const] : [],
  ),
);

/** Pages whose example is no text that could be laid over a policy, and why. */
const notRun: Partial<Record<Code, string>> = {
  'conflict-marker': 'git writes it at the start of a line, and what a page shows is set in',
  'file-unreadable': 'the mistake is in the bytes, which a page cannot show',
  'more-problems': 'a hundred mistakes do not fit on a page',
  'yaml-too-deep': 'thousands of levels do not fit on a page',
};

function read(code: string): string {
  return readFileSync(join(folder, `${code}.md`), 'utf8');
}

describe('the page of every code', () => {
  it('exists, and there are no others', () => {
    expect(readdirSync(folder).sort()).toEqual(everyCode.map((code) => `${code}.md`).sort());
  });

  it('is found by `policyc explain`, and no two say the same code', () => {
    expect([...codesWithPage].sort()).toEqual([...new Set(everyCode)].sort());
    expect(new Set(everyCode).size).toBe(everyCode.length);
  });

  it.each([...pages])('%s has its parts and fits a terminal', (code, page) => {
    expect(page.startsWith(`# ${code}\n\n`)).toBe(true);
    const parts = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(['Why', 'Wrong', 'Right', 'How to fix it']).toEqual(parts.slice(0, 4));
    expect(['', 'Rests on']).toContain(parts.slice(4).join());
    const wide = page.split('\n').filter((line) => displayWidth(line) > 90);
    expect(wide).toEqual([]);
    expect(page.split('\n').length).toBeLessThanOrEqual(45);
  });

  const run = codes.flatMap((code) => {
    const page = pages.get(code) ?? '';
    return page.includes('```yaml') && !(code in notRun) ? [[code, page] as const] : [];
  });

  it.each(run)('%s shows what is wrong and what is right', (code, page) => {
    const [wrong = '', right = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]);
    expect(codesOf(code, wrong)).toContain(code);
    expect(codesOf(code, right)).not.toContain(code);
    const errors = checkSnapshot(example(code, right)).problems.filter(
      (problem) => problem.severity === 'error',
    );
    expect(errors).toEqual([]);
  });
});

function codesOf(code: Code, text: string): readonly string[] {
  return checkSnapshot(example(code, text)).problems.map((problem) => problem.code);
}

/**
 * An example laid over the small policy. A line `# chapters/main.yaml` begins a file; without one it is the chapter
 * `main`. A list stands for a chapter's clauses, and keys of `policy.yaml` replace those of the small one.
 */
function example(code: Code, text: string): Snapshot {
  const small = overSmall(snapshotOf([])).files.get('policy.yaml')?.text ?? '';
  const parts = text.split(/^# ([a-zA-Z/-]+\.yaml)[^\n]*\n/m);
  const files = new Map<string, string>();
  if (parts[0]) files.set('chapters/main.yaml', asChapter('main', parts[0]));
  for (let at = 1; at < parts.length; at += 2) {
    const [path = '', content = ''] = parts.slice(at, at + 2);
    const chapter = /^chapters\/(.*)\.yaml$/.exec(path)?.[1];
    if (path === 'policy.yaml') files.set(path, withKeys(small, content));
    else files.set(path, chapter === undefined ? content : asChapter(chapter, content));
    const translates = path.startsWith('locales/') && code !== 'locale-unlisted';
    if (translates) files.set('policy.yaml', withKeys(small, 'locales: [en, zh-CN]\n'));
  }
  const encoder = new TextEncoder();
  return overSmall(snapshotOf([...files].map(([path, content]) => [path, encoder.encode(content)])));
}

function asChapter(name: string, content: string): string {
  return content.startsWith('-') ? `chapter: ${name}\ntitle: A chapter\nclauses:\n${content}` : content;
}

/** The top-level keys of one text put in place of those of another. */
function withKeys(text: string, replacement: string): string {
  const keys = (from: string): [string, string][] =>
    [...from.matchAll(/^([a-zA-Z]+):.*\n(?:[ -].*\n)*/gm)].map((match) => [match[1] ?? '', match[0]]);
  return [...new Map([...keys(text), ...keys(replacement)]).values()].join('');
}
