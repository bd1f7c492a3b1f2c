import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import MarkdownIt from 'markdown-it';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { eachOnDemand, onDemand } from '../../src/base/on-demand.ts';
import { compileFiles } from '../../src/model/compiled.ts';
import { isPolicyPath } from '../../src/model/paths.ts';
import { standaloneMarkdown } from '../../src/render/standalone.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { readSample, sampleNames } from './sample.ts';

/**
 * A Markdown twin stands alone: whatever program reads it, it is one document. Three parsers that share no code must
 * find the same tree in it: blocks, lists and what is in them, tables by cell, links and where they lead, anchors.
 */
const noCmark = spawnSync('cmark-gfm', ['--version']).status !== 0;
const skipped = noCmark && process.env.CI !== 'true';
if (skipped) console.warn('Markdown twins are not compared: apt-get install cmark-gfm');

const policies = join(import.meta.dirname, '../../policies');
const stamp = { sequence: 1, effective: '2021-10-24', published: '2021-09-24' };

function withTables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable()];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}

const remark = unified()
  .use(remarkParse)
  .use(withTables)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });
const markdownIt = new MarkdownIt({ html: true });

const parsers: Readonly<Record<string, (markdown: string) => string>> = {
  remark: (markdown) => String(remark.processSync(markdown)),
  'markdown-it': (markdown) => markdownIt.render(markdown),
};

/** One shell starts it for every document: from here, to start it takes longer than all that it does. */
function byCmark(documents: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'policyc-twins-'));
  for (const [at, text] of documents.entries()) writeFileSync(join(folder, `${at}.md`), text);
  const each = 'for one in *.md; do cmark-gfm --unsafe -e table "$one" > "$one.html" || exit; done';
  expect(spawnSync('sh', ['-c', each], { cwd: folder }).status).toBe(0);
  const drawn = documents.map((_, at) => readFileSync(join(folder, `${at}.md.html`), 'utf8'));
  rmSync(folder, { recursive: true });
  return drawn;
}

/** Elements by indentation, with where they lead and what leads to them; texts with their white space as readers see it. */
function outline(node: Root | RootContent | ElementContent, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  if (node.type === 'text') {
    const seen = node.value.replace(/\s+/g, ' ').trim();
    return seen === '' ? [] : [indent + seen];
  }
  if (node.type !== 'element' && node.type !== 'root') return [];
  const inside = node.children.flatMap((child) => outline(child, depth + 1));
  if (node.type === 'root') return inside;
  // A table without rows has a body for one parser and none for another.
  if (node.tagName === 'tbody' && inside.length === 0) return [];
  return [indent + startOf(node), ...inside];
}

function startOf({ tagName, properties }: Element): string {
  const href = properties.href === undefined ? '' : ` -> ${decodeURI(String(properties.href))}`;
  return `${tagName}${properties.id === undefined ? '' : `#${properties.id}`}${href}`;
}

/** The samples, and our own policies as they stand. */
const ours = readdirSync(policies).flatMap((id) => {
  const { policy } = compileFiles(readFolder(join(policies, id), isPolicyPath));
  return (policy?.locales ?? []).map((locale) => [`${id} in ${locale}`, policy, locale] as const);
});
const samples = sampleNames.map((name) => {
  const { policy, locale } = readSample(name);
  return [name, policy, locale] as const;
});

const twins = [...samples, ...ours].map(([name, policy, locale]) => {
  if (policy === undefined) throw new Error(`${name} does not compile`);
  return [name, standaloneMarkdown(policy, locale, stamp)] as const;
});
const drawn = onDemand(() => byCmark(twins.map(([, markdown]) => markdown)));

describe.skipIf(skipped).each(twins.map((twin, at) => [...twin, at] as const))('%s', (_, markdown, at) => {
  const outlineBy = eachOnDemand((parser: string) => {
    const html = parser === 'cmark-gfm' ? drawn()[at] : parsers[parser]?.(markdown);
    return outline(fromHtml(html ?? '', { fragment: true }));
  });

  it.each(['markdown-it', 'cmark-gfm'])('is the same document for %s as for remark', (parser) => {
    expect(outlineBy('remark').length).toBeGreaterThan(3);
    expect(outlineBy(parser)).toEqual(outlineBy('remark'));
  });

  it('has one title', () => {
    expect(outlineBy('remark').filter((line) => /^\s*h1\b/.test(line))).toHaveLength(1);
  });
});
