import { describe, expect, it } from 'vitest';
import { audienceFrom, isWithin } from '../../src/model/audience.ts';
import { editedWords } from '../../src/render/edited.ts';
import { forReaders } from '../../src/render/for-readers.ts';
import { markdownOf } from '../../src/render/markdown.ts';
import { contentOf, renderPolicyText } from '../../src/render/policy-text.ts';
import { viewOf } from '../../src/render/view.ts';
import { dateWords, wordsIn, wordsOf } from '../../src/render/words.ts';
import { policyFrom, smallHead } from '../policy.ts';

const clause = (id: string, title: string, more: string) => `  - id: ${id}
    kind: ${more.includes('tier') ? 'function' : 'statement'}
    title: ${title}
    text: Some words.
${more}`;

function pageOf(...clauses: readonly string[]) {
  const policy = policyFrom({
    'policy.yaml': smallHead,
    'chapters/main.yaml': `chapter: main\ntitle: All\nclauses:\n${clauses.join('\n')}\n`,
  });
  const view = viewOf(policy, 'en');
  const text = markdownOf(renderPolicyText(contentOf(viewOf(policy, 'en')), {}), view.words);
  return { policy, view, text: text.slice(0, text.indexOf('All\n')) };
}

describe('what is for some readers only', () => {
  const limits = ['[EU]', '[DE]', '[DE, FR]', '[US]', '[US-CA, CN]', '[Elsewhere]', '[FR, EU]', '[CN]'];
  const { policy, view, text } = pageOf(
    ...limits.map((regions, at) =>
      clause(`c${at}`, `Part ${at}`, `    applies: { regions: ${regions}, channels: [app] }`),
    ),
    clause('club', 'The club', '    applies: { groups: [members of the club], products: [Club] }'),
    clause('all', 'All', ''),
  );

  it('is found by each place: whatever is for it, or for a place around it', () => {
    const rows = policy.facts.filter(({ relation, key }) => relation === 'applies' && key[1] === 'region');
    const owners = [...new Set(rows.map(({ key }) => key[0] ?? ''))].sort();
    for (const name of new Set(rows.map(({ key }) => key[2] ?? ''))) {
      const theirs = owners.filter((id) =>
        isWithin([{ region: { in: [name] } }], audienceFrom(rows.filter(({ key }) => key[0] === id))),
      );
      expect(
        forReaders(view).filter(({ ids }) => [...ids].sort().join() === theirs.join()),
        name,
      ).toHaveLength(1);
    }
  });

  it('stands once for those for whom it is the same, the most told first', () => {
    expect(forReaders(view).map(({ who, ids }) => `${who}: ${ids.join(' ')}`)).toEqual([
      'People in Germany: c0 c1 c2 c6',
      'People in France: c0 c2 c6',
      'People in the European Union: c0 c6',
      'People in China: c4 c7',
      'People in California: c3 c4',
      'People in the United States: c3',
      'People in Elsewhere: c5',
      'People who use Club: club',
      'Members of the club: club',
    ]);
  });

  it('is counted where it is long, in Markdown as well', () => {
    expect(text).toContain('**People in Germany: 4 sections**\n\n[1.1 Part 0](#c0), [1.2 Part 1](#c1)');
    expect(text).toContain('Members of the club: [1.9 The club](#club)');
    expect(text).not.toContain('#all');
  });
});

it('what only some readers can ask for says who', () => {
  const right = (id: string, more: string) =>
    `  - { id: ${id}, kind: right, right: access, title: See it ${id}${more} }`;
  const { text } = pageOf(
    right('here', ', applies: { regions: [US-CA], channels: [app] }'),
    right('app', ', applies: { channels: [app] }'),
  );
  expect(text).toContain('- [See it here](#here) (people in California)\n- [See it app](#app)\n');
});

it('a list of more than fills a screen is by chapters', () => {
  const functions = Array.from({ length: 40 }, (_, at) =>
    clause(`f${at}`, `Function ${at}`, '    tier: additional\n    refusal: Nothing.\n    optOut: Settings.'),
  );
  expect(pageOf(...functions.slice(0, 36)).text).toContain('### You can refuse\n\n- [Function 0](#f0)\n');
  expect(pageOf(...functions).text).toContain(
    '### You can refuse\n\n**1 All: 40 sections**\n\n- [Function 0](#f0)\n',
  );
});

describe('a right without a title', () => {
  it('is among what readers can ask for, by what it gives', () => {
    const right = '  - { id: see, kind: right, right: access, also: [delete] }';
    const { text } = pageOf(clause('all', 'All', ''), right);
    expect(text).toContain('[See the data we hold about you, have your data deleted](#see)');
  });
});

describe('what was changed in a line', () => {
  it('is shown without the space around it', () => {
    const [before, after] = ['United States and Canada', 'United States, Canada and India'];
    const edits = editedWords(before, after, wordsOf('en')).filter(({ type }) => type === 'edit');
    expect(edits.map((one) => ('children' in one ? one.children : []))).toEqual(
      [', Canada', 'Canada', 'India'].map((value) => [{ type: 'text', value }]),
    );
  });
});

describe('a date', () => {
  it.each([
    ['en-US', 'December 1, 2026'],
    ['en', '1 December 2026'],
    ['de', '1. Dezember 2026'],
  ])('is written in %s as people there write it', (locale, written) => {
    const { policy } = pageOf(clause('all', 'All', ''));
    expect(dateWords(wordsIn(policy, locale), '2026-12-01')).toBe(written);
  });
});

describe('a promise in French', () => {
  it.each([
    ['', 'ne jamais vendre vos données à caractère personnel.'],
    ['data: [contact.email], ', 'ne jamais vendre\u00a0: '],
  ])('names what it is about: %j', (data, said) => {
    const { policy } = pageOf(`  - { ${data}never: sell }`);
    const view = viewOf(policy, 'fr');
    expect(markdownOf(renderPolicyText(contentOf(view), {}), view.words)).toContain(said);
  });
});
