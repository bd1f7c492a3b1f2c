import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { behindPrevailing } from '../../src/gate/behind.ts';
import { textMark } from '../../src/model/locale.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';

/** What a version lacks whose Chinese texts are these, when the Chinese text prevails in China, or nowhere. */
function lacking(prevailing: string, texts: Readonly<Record<string, readonly [of: string, text: string]>>) {
  const files = {
    'policy.yaml': `format: policyc/policy@1\nid: small\ntitle: Small\nedition: "2026-11"\nprevailing: en\nlocales: [en, zh-CN]\nprofiles: [eu-gdpr]\nutcOffset: Z\nparties: [{ id: us, role: controller, name: Us, country: IE }]\nchapters: [main]\n${prevailing}`,
    'chapters/main.yaml':
      'chapter: main\ntitle: Main\nclauses:\n  - { id: one, kind: statement, title: One }\n',
    'locales/zh-CN/main.yaml': `locale: zh-CN\ntexts:\n${Object.entries(texts)
      .map(([owner, [of, text]]) => `  ${owner}: { title: { of: ${textMark(of)}, text: ${text} } }\n`)
      .join('')}`,
  };
  const encoder = new TextEncoder();
  const { policy, problems } = checkSnapshot(
    snapshotOf(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const)),
  );
  if (!policy) throw new Error(problems.map(({ code }) => code).join());
  return behindPrevailing(policy, problems);
}

const inChina = 'prevailingIn: [{ region: CN, language: zh-CN }]\n';
const whole = { policy: ['Small', '小'], main: ['Main', '总则'], one: ['One', '一'] } as const;

describe('a language that prevails for some readers', () => {
  it('has every text, of what the policy says now, before a version is released', () => {
    expect(lacking(inChina, whole)).toEqual([]);
    expect(lacking(inChina, { ...whole, one: ['One, as it was', '一'] })).toEqual([
      { code: 'prevailing-behind', args: { locale: 'zh-CN', count: 1, examples: ['one/title'] } },
    ]);
    expect(lacking(inChina, { main: whole.main })).toEqual([
      {
        code: 'prevailing-behind',
        args: { locale: 'zh-CN', count: 2, examples: ['policy/title', 'one/title'] },
      },
    ]);
  });

  it('asks so much of no language that prevails nowhere', () => {
    expect(lacking('', { main: ['Main, as it was', '总则'] })).toEqual([]);
  });
});
