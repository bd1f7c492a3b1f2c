import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { clauseKinds } from '../../src/model/kinds.ts';
import { fragmentHtml, standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { pageRules } from './page-rules.ts';
import { readSample, sampleNames, samplesFolder } from './sample.ts';

/** `UPDATE=1 npx vitest run test/render` writes the expected files anew; read what changed. */
const update = process.env.UPDATE === '1';
const stamp = { sequence: 1, effective: '2021-10-24', published: '2021-09-24' };

describe.each(sampleNames)('%s', (name) => {
  const { policy, locale } = readSample(name);
  const rendered = {
    'expected.md': standaloneMarkdown(policy, locale, stamp),
    'expected.html': fragmentHtml(policy, locale, stamp),
  };

  it.each(Object.entries(rendered))('%s', (file, text) => {
    const path = join(samplesFolder, name, file);
    if (update) writeFileSync(path, text);
    expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });

  it('is a valid page', () => {
    const report = new HtmlValidate(pageRules).validateStringSync(standaloneHtml(policy, locale, stamp));
    const said = report.results.flatMap((result) =>
      result.messages.map(
        (message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`,
      ),
    );
    expect(said).toEqual([]);
  });
});

it('every clause kind has a sample', () => {
  const shown = new Set(
    sampleNames.flatMap((name) => readSample(name).policy.structure.map((row) => row.values.kind)),
  );
  expect(clauseKinds.filter((kind) => !shown.has(kind))).toEqual([]);
});
