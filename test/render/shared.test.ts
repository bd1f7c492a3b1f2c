import { describe, expect, it } from 'vitest';
import { standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { proseOf } from '../../src/syntax/prose.ts';
import { readSample, sampleNames } from './sample.ts';

/** Makes of a tree one that nothing can be changed in. */
function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
}

describe('the trees of texts, which pages share', () => {
  it.each(sampleNames)('are changed by none of them: %s', (name) => {
    const { policy, locale } = readSample(name);
    for (const { values } of policy.prose) frozen(proseOf(String(values.text)));
    const pages = () => [
      standaloneHtml(policy, locale, { sequence: 1 }),
      standaloneMarkdown(policy, locale, { sequence: 1 }),
    ];
    expect(pages()).toEqual(pages());
  });
});
