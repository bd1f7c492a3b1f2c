import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/model/policy.ts';
import { planSite } from '../../src/publish/site.ts';
import { policyOf } from '../render/sample.ts';
import { head, releaseOf } from './releases.ts';

const clause = (id: string, more = ''): string =>
  `  - { id: ${id}, kind: commitment, title: Of ${id}, promise: never, act: sell${more} }\n`;
const policy = (...clauses: readonly string[]): Policy =>
  policyOf(`chapter: main\ntitle: Main\nclauses:\n${clauses.join('')}`, head);

/** What the letter to readers calls the change that a note tells of. */
function told(status: 'new' | 'removed', of: readonly string[], before: Policy, after: Policy): string {
  const changes = [{ status, clauses: of, text: { en: 'Told.', 'zh-CN': '告知。' } }];
  const releases = [
    releaseOf(1, '2021-10-24', before),
    releaseOf(2, '2022-07-01', after, { published: '2022-05-20', changes }),
  ];
  const site = planSite({
    siteUrl: 'https://shop.example',
    asOf: '2022-08-01',
    policies: [{ id: 'shop', releases }],
  });
  const letter = site.get('shop/2022-07-01/notice/e-mail.md') ?? '';
  return /\*\*(.*?)\*\*/.exec(letter)?.[1] ?? '';
}

describe('what readers are told that a change is', () => {
  const [promise, cut] = [policy(clause('sale')), policy(clause('sale', ', data: [contact.email]'))];

  it('a limit that comes to a promise is nothing new to be glad of: its section has changed', () => {
    expect(told('new', ['sale'], promise, cut)).toBe('Changed');
    expect(told('removed', ['sale'], cut, promise)).toBe('Changed');
  });

  it('a section that is new, or gone, is called so, alone or beside another', () => {
    const both = policy(clause('sale'), clause('other'));
    expect(told('new', ['other'], promise, both)).toBe('New');
    expect(told('new', ['sale', 'other'], promise, both)).toBe('New');
    expect(told('removed', ['other'], both, promise)).toBe('No longer stated');
  });
});

describe('where a change is told of', () => {
  it('sections are listed in reading order, whatever change came first in the note', () => {
    const [before, after] = ['', ', data: [contact.email]'].map((more) =>
      policy(clause('sale', more), clause('other', more)),
    ) as [Policy, Policy];
    const changes = [{ status: 'changed', clauses: ['other', 'sale'], text: { en: 'Told.' } } as const];
    const releases = [
      releaseOf(1, '2021-10-24', before),
      releaseOf(2, '2022-07-01', after, { published: '2022-05-20', changes }),
    ];
    const site = planSite({ asOf: '2022-08-01', policies: [{ id: 'shop', releases }] });
    expect(site.get('shop/index.md')).toMatch(/Of sale\]\([^)]*\), \[[^\]]*Of other\]/);
  });

  it('a right without a title is called by what it gives, and a clause that is gone by nothing', () => {
    const rights = (text: string): Policy =>
      policy(
        `  - { id: see, kind: right, right: access, text: ${text} }\n`,
        `  - { id: mend, kind: right, right: correct, text: ${text} }\n`,
      );
    const changes = [
      {
        status: 'changed' as const,
        clauses: ['see', 'mend', 'gone'],
        text: { en: 'Told.', 'zh-CN': '告知。' },
      },
    ];
    const releases = [
      releaseOf(1, '2021-10-24', rights('Ask us.')),
      releaseOf(2, '2022-07-01', rights('Ask.'), { published: '2022-05-20', changes }),
    ];
    const policies = [{ id: 'shop', releases }];
    const site = planSite({ siteUrl: 'https://shop.example', asOf: '2022-08-01', policies });
    const page = site.get('shop/2022-07-01/changes/index.md') ?? '';
    expect(page).toMatch(
      /Told\.\n\n *\[See the data we hold about you\]\([^)]*#see\), \[Have wrong data corrected\]\([^)]*#mend\)\n/,
    );
    expect(page).toMatch(/### \[See the data we hold about you\]\([^)]*#see\)/);
  });
});

describe('the edits of a section', () => {
  const purposes = (ids: string): Policy =>
    policy(`  - { id: f, kind: function, title: Cameras, collects: [content.video], purposes: [${ids}] }\n`);
  const edits = (before: Policy, after: Policy): string => {
    const releases = [
      releaseOf(1, '2021-10-24', before),
      releaseOf(2, '2022-07-01', after, { published: '2022-05-20' }),
    ];
    const policies = [{ id: 'shop', releases }];
    const site = planSite({ siteUrl: 'https://shop.example', asOf: '2022-08-01', policies });
    return site.get('shop/2022-07-01/changes/index.md') ?? '';
  };

  it('say of an item of a list what it is an item of, once', () => {
    const page = edits(
      purposes('trade.order, content.search'),
      purposes('trade.order, content.search, analytics.usage, improve.product'),
    );
    expect(page).toContain('\n\nWhy: <ins>\\[added] Usage statistics</ins>\n');
    expect(page).toContain('\n\n<ins>\\[added] Improving products and services</ins>\n');
    // Where the label itself is edited, it stands there already.
    expect(edits(policy(clause('sale')), purposes('trade.order')).match(/Why/g)).toHaveLength(1);
  });

  it('a version of a day to come is a page that Hugo shows from when it was published', () => {
    const releases = [
      releaseOf(1, '2021-10-24', policy(clause('sale'))),
      releaseOf(2, '2022-07-01', policy(clause('sale'), clause('more')), { published: '2022-05-20' }),
    ];
    const policies = [{ id: 'shop', releases }];
    const site = planSite({ asOf: '2022-06-01', flavour: 'hugo', policies });
    for (const page of ['2022-07-01', '2022-07-01/changes'])
      expect(site.get(`shop/${page}/_index.md`), page).toContain(
        'date: "2022-07-01"\npublishDate: "2022-05-20"\n',
      );
  });
});
