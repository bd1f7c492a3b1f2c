import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/archive/release.ts';
import { planSite } from '../../src/publish/site.ts';
import type { SiteInput } from '../../src/publish/site-input.ts';
import { pageRules } from '../render/page-rules.ts';
import { policyOf } from '../render/sample.ts';
import { head, releaseOf, saying, three } from './releases.ts';
import { ajvFor } from './schema.ts';

const input: SiteInput = {
  siteUrl: 'https://shop.example/legal/',
  asOf: '2022-08-01',
  policies: [{ id: 'shop', releases: three }],
};
const site = planSite(input);
const page = (path: string, from = site): string => from.get(path) ?? '';
/** What a page says first of its version, and the way to the one in force. */
const status = (html: string): string => {
  const box = /<div class="status [^"]*">.*?<\/div>/.exec(html)?.[0] ?? '';
  const way = /Read the version in force/.exec(box)?.[0];
  const said = /<strong>(.*?)<\/strong>/.exec(box)?.[1] ?? '';
  return [said.replaceAll(/<\/?time[^>]*>/g, ''), way ?? ''].join(' ').trim();
};

it('has every page, in the order to write them', () => {
  const names = ['index.html', 'index.md'];
  const redlines = (folder: string, page: string): string[] => [
    `shop/${folder}/${page}`,
    `shop/zh-CN/${folder}/${page}`,
  ];
  const both = (folder: string): string[] => names.map((name) => `${folder}/${name}`);
  const version = (folder: string, redline: string): string[] => [
    ...[`shop/${folder}`, `shop/zh-CN/${folder}`].flatMap(both),
    `shop/${folder}/policy.json`,
    `shop/${folder}/changes.json`,
    ...redlines(folder, redline).flatMap(both),
  ];
  expect([...site.keys()]).toEqual([
    ...version('2021-10-24', 'since'),
    ...version('2022-07-01', 'changes'),
    ...['shop/2022-07-01/notice', 'shop/zh-CN/2022-07-01/notice'].flatMap((folder) =>
      ['banner.html', 'pop-up.html', 'e-mail.html', 'e-mail.md'].map((name) => `${folder}/${name}`),
    ),
    ...version('2023-01-01', 'changes'),
    'shop/policy.json',
    'shop/consent.json',
    ...['shop/archive', 'shop/zh-CN/archive'].flatMap(both),
    'shop/feed.xml',
    'shop/zh-CN/feed.xml',
    ...['shop', 'shop/zh-CN'].flatMap(both),
    'index.html',
    'sitemap.xml',
    'build.json',
  ]);
});

describe('status', () => {
  it.each([
    ['shop/index.html', 'In force since 1 July 2022.'],
    [
      'shop/2021-10-24/index.html',
      'No longer in force. It was in force from 24 October 2021 until 1 July 2022, when a newer version took its place. Read the version in force',
    ],
    ['shop/2022-07-01/index.html', 'In force since 1 July 2022.'],
    [
      'shop/2023-01-01/index.html',
      'Not in force yet: takes effect on 1 January 2023. Read the version in force',
    ],
    ['shop/zh-CN/index.html', '自2022年7月1日起生效。'],
  ])('%s', (path, said) => {
    expect(status(page(path))).toBe(said);
  });

  it('tells once what follows, and nothing of what a first version changed', () => {
    for (const path of ['shop/index.html', 'shop/index.md']) {
      expect(
        page(path)
          .split('## For')[0]
          ?.match(/(?<!content=")Version 3 takes its place/g),
      ).toHaveLength(1);
      expect(page(path)).not.toContain('A new version takes its place on <time');
    }
    expect(page('shop/2021-10-24/index.html')).not.toContain('id="what_changed"');
    expect(page('shop/2022-07-01/index.html')).toContain('id="what_changed"');
  });

  it('of a withdrawn version and of a correction from the same day', () => {
    const mended = planSite({
      asOf: '2022-08-01',
      policies: [
        {
          id: 'shop',
          releases: [
            ...three.slice(0, 2),
            releaseOf(3, '2022-07-01', saying('Mended.'), {
              withdraws: [2],
              corrects: 2,
              published: '2022-06-01',
            }),
          ],
        },
      ],
    });
    expect(status(page('shop/2022-07-01/index.html', mended))).toBe(
      'Withdrawn on 1 June 2022. Read the version in force',
    );
    expect(status(page('shop/2022-07-01.3/index.html', mended))).toBe('In force since 1 July 2022.');
    expect(page('shop/2022-07-01.3/index.html', mended)).toContain('<p>It corrects version 2.</p>');
    const corrected = planSite({
      asOf: '2022-08-01',
      policies: [
        { id: 'shop', releases: [...three.slice(0, 2), releaseOf(3, '2022-07-01', saying('Mended.'))] },
      ],
    });
    expect(status(page('shop/2022-07-01/index.html', corrected))).toContain(
      'Not in force: another version holds from 1 July 2022',
    );
  });

  it('on the day a version takes effect and the day before', () => {
    const on = (asOf: string): string => page('shop/index.html', planSite({ ...input, asOf }));
    expect(on('2022-12-31')).toContain('The second words.');
    expect(on('2023-01-01')).toContain('The third words.');
    expect(status(on('2021-10-23'))).toBe('');
    expect(on('2021-10-23')).toContain('No version is in force.');
  });
});

describe('search engines', () => {
  it('index the version in force alone', () => {
    expect(page('shop/index.html')).not.toContain('noindex');
    expect(page('shop/2022-07-01/index.html')).not.toContain('noindex');
    for (const path of ['shop/2021-10-24/index.html', 'shop/2023-01-01/index.html'])
      expect(page(path)).toContain('<meta name="robots" content="noindex">');
  });

  const canonical = (path: string): string =>
    /<link rel="canonical" href="https:\/\/shop\.example\/legal\/([^"]*)">/.exec(page(path))?.[1] ?? '';

  it('are led from the dated copy of what is in force to the stable address, and from no other version', () => {
    expect(canonical('shop/2022-07-01/index.html')).toBe('shop/');
    expect(canonical('shop/zh-CN/2022-07-01/index.html')).toBe('shop/zh-CN/');
    expect(canonical('shop/index.html')).toBe('shop/');
    expect(canonical('shop/zh-CN/2021-10-24/index.html')).toBe('shop/zh-CN/2021-10-24/');
    expect(page('shop/index.html', planSite({ asOf: input.asOf, policies: input.policies }))).not.toContain(
      'canonical',
    );
  });

  it('find the other languages of the same version, each page naming itself too', () => {
    for (const [path, html] of site) {
      const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)];
      if (!path.startsWith('shop/') || !path.endsWith('index.html')) continue;
      expect(links.map(([, language]) => language)).toEqual(['en', 'zh-CN', 'x-default']);
      expect(links.map(([, , href]) => href)).toContain(`https://shop.example/legal/${canonical(path)}`);
      for (const [, language, href = ''] of links) {
        const to = `${href.replace('https://shop.example/legal/', '')}index.html`;
        expect(page(to)).toContain(`<html lang="${language === 'x-default' ? 'en' : language}"`);
      }
    }
  });

  it('are given only what is in force and the list of versions', () => {
    const listed = [...page('sitemap.xml').matchAll(/<loc>https:\/\/shop\.example\/legal\/(.*?)<\/loc>/g)];
    expect(listed.map(([, path]) => path)).toEqual([
      'shop/',
      'shop/zh-CN/',
      'shop/archive/',
      'shop/zh-CN/archive/',
    ]);
    for (const [, path] of listed) expect(page(`${path}index.html`)).not.toContain('noindex');
  });
});

describe('what can be sent to readers', () => {
  const notice = (name: string, language = ''): string => page(`shop/${language}2022-07-01/notice/${name}`);

  it('tells the version, its day and the words of its notes, in each language', () => {
    expect(notice('banner.html')).toBe(
      '<div lang="en" dir="ltr"><p>Shop privacy policy · Version 2, effective <time datetime="2022-07-01">1 July 2022</time>. <a href="https://shop.example/legal/shop/2022-07-01/changes/">See what changes</a></p></div>\n',
    );
    expect(notice('e-mail.md')).toContain('# Shop privacy policy · Version 2, effective 1 July 2022');
    for (const name of ['pop-up.html', 'e-mail.html', 'e-mail.md'])
      expect(notice(name)).toContain('We no longer do that.');
    expect(notice('e-mail.md', 'zh-CN/')).toContain('新的**声音**。');
  });

  it('leads to the site from anywhere, holds neither style nor script, and is the same on any day', () => {
    const later = planSite({ ...input, asOf: '2023-06-01' });
    for (const name of ['banner.html', 'pop-up.html', 'e-mail.html']) {
      const hrefs = [...notice(name).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(hrefs.length).toBeGreaterThan(0);
      for (const href of hrefs) expect(href).toMatch(/^https:\/\/shop\.example\/legal\/shop\//);
      expect(notice(name)).not.toMatch(/<(style|script)|&#x3C;b>more<b>/);
      expect(page(`shop/2022-07-01/notice/${name}`, later)).toBe(notice(name));
    }
  });

  it('is not made of a version whose notes tell of nothing, nor without an address', () => {
    expect([...site.keys()].filter((path) => path.includes('2021-10-24/notice'))).toEqual([]);
    const nowhere = planSite({ asOf: input.asOf, policies: input.policies });
    expect([...nowhere.keys()].filter((path) => path.includes('/notice/'))).toEqual([]);
  });
});

describe('other programs', () => {
  const dataOf = (path: string, from = site): Record<string, unknown> => {
    const [, json = '{}'] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page(path, from)) ?? [];
    return JSON.parse(json);
  };

  it('are told the dates and the language of a version', () => {
    expect(dataOf('shop/2021-10-24/index.html')).toMatchObject({
      '@type': 'WebPage',
      inLanguage: 'en',
      version: '1',
      datePublished: '2021-10-24',
      temporalCoverage: '2021-10-24/2022-07-01',
      publisher: { name: 'Small Ltd' },
      url: 'https://shop.example/legal/shop/2021-10-24/',
    });
    expect(dataOf('shop/zh-CN/2023-01-01/index.html')).toMatchObject({
      inLanguage: 'zh-CN',
      temporalCoverage: '2023-01-01/..',
    });
    expect(page('shop/2021-10-24/index.html')).toContain('<time datetime="2022-07-01">1 July 2022</time>');
  });

  it('are told what each version says, at its own address', () => {
    for (const { manifest, policy, changes } of three) {
      expect(JSON.parse(page(`shop/${manifest.effective}/policy.json`))).toEqual(
        JSON.parse(JSON.stringify(policy)),
      );
      expect(JSON.parse(page(`shop/${manifest.effective}/changes.json`))).toEqual(changes);
    }
  });

  it('are told it in data that no name of a company can leave', () => {
    const name = 'Small </script><script>alert(1)</script> & <!-- Ltd';
    const hostile = three.map((release) => ({
      ...release,
      policy: {
        ...release.policy,
        facts: release.policy.facts.map((row) =>
          row.relation === 'party' ? { ...row, values: { ...row.values, name } } : row,
        ),
      },
    }));
    const forged = planSite({ ...input, policies: [{ id: 'shop', releases: hostile }] });
    expect(dataOf('shop/index.html', forged)).toMatchObject({ publisher: { name } });
    expect(page('shop/index.html', forged).match(/<script/g)).toHaveLength(1);
  });
});

it('every relative link leads to a file of the site, and every anchor is there', () => {
  const broken: string[] = [];
  for (const [path, html] of site) {
    if (!path.endsWith('.html')) continue;
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      const url = new URL(href, `file:///${path}`);
      const target = site.get(url.pathname.slice(1));
      if (target === undefined || (url.hash !== '' && !target.includes(`id="${url.hash.slice(1)}"`)))
        broken.push(`${path} → ${href}`);
    }
  }
  expect(broken).toEqual([]);
});

describe('the archive page', () => {
  const archive = page('shop/archive/index.md');

  it('says what changed in the words of the notes', () => {
    expect(archive).toContain('**Changed**');
    expect(archive).toContain(
      'Voice, see [1.1 First](../2022-07-01/index.md#first) & &#x3C;b>more&#x3C;/b>.',
    );
    expect(archive).toContain('**No longer stated**');
    expect(page('shop/zh-CN/archive/index.md')).toContain('新的**声音**。');
  });

  it('lists the newest first, with its status and its dates', () => {
    const lines = archive
      .split('\n')
      .filter((line) => /^(##|\*\*(Scheduled|In force|Superseded)|Published)/.test(line));
    expect(lines).toEqual([
      '## Version 3, effective 1 January 2023',
      '**Scheduled**',
      'Published on 15 November 2022.',
      '## Version 2, effective 1 July 2022',
      '**In force**',
      'Published on 20 May 2022.',
      '## Version 1, effective 24 October 2021',
      '**Superseded**',
      'Published on 24 October 2021.',
    ]);
  });

  it('says when readers were told, by the records alone', () => {
    const notices = new Map([
      [
        2,
        [
          { channel: 'announcement', sent: '2022-05-21' },
          { channel: 'pop-up', sent: '2022-05-21' },
          { channel: 'e-mail', sent: '2022-05-20' },
        ],
      ],
    ]);
    const told = planSite({ ...input, policies: [{ id: 'shop', releases: three, notices }] });
    expect(page('shop/archive/index.md', told).split('\n')).toEqual(
      expect.arrayContaining([
        'Readers were told by e-mail on 20 May 2022.',
        'Readers were told by announcement and pop-up on 21 May 2022.',
      ]),
    );
    expect(page('shop/archive/index.html', told)).toContain(
      'pop-up on <time datetime="2022-05-21">21 May 2022</time>.',
    );
    expect(archive).not.toContain('Readers were told');
  });
});

describe('a redline', () => {
  it('shows in words what was taken out and put in, and what readers were told', () => {
    const changes = page('shop/2022-07-01/changes/index.md');
    expect(changes).toContain('The <del>\\[removed] first</del><ins>\\[added] second</ins> words.');
    expect(changes).toContain('Voice, see [1.1 First](../index.md#first)');
    expect(page('shop/zh-CN/2022-07-01/changes/index.md')).toContain('<del>［删除］first</del>');
  });

  it('is led to from the version, the archive, and each older version', () => {
    expect(page('shop/2022-07-01/index.html')).toContain('href="changes/index.html"');
    expect(page('shop/archive/index.html')).toContain('href="../2022-07-01/changes/index.html"');
    expect(page('shop/2021-10-24/index.html')).toContain('href="since/index.html"');
  });

  it('says so when no meaning changed', () => {
    const releases = [
      releaseOf(1, '2021-10-24', saying('The words.')),
      releaseOf(2, '2022-07-01', saying('The  words.')),
    ];
    const same = planSite({ ...input, policies: [{ id: 'shop', releases }] });
    const text = page('shop/2022-07-01/changes/index.md', same);
    expect(text).toContain('compared: no change of meaning.');
    expect(text).not.toMatch(/<(ins|del)>/);
  });
});

it('nothing internal reaches a page', () => {
  for (const [, text] of site)
    expect(text).not.toMatch(/secret-tool-version|secret-note|decisions\.json|internal\//);
});

describe('what a change of the archive or the date touches', () => {
  const built = (asOf: string, releases: readonly Release[]): ReadonlyMap<string, string> =>
    planSite({ asOf, policies: [{ id: 'shop', releases }] });
  const touched = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
    [...b.keys()].filter(
      (path) => /^shop\/(?!zh-CN).*index\.html$/.test(path) && a.get(path) !== b.get(path),
    );

  it('a release: its own pages, those of the one it will supersede, the indexes', () => {
    const before = built('2022-08-01', three.slice(0, 2));
    expect(touched(before, built('2022-08-01', three))).toEqual([
      'shop/2021-10-24/since/index.html',
      'shop/2022-07-01/index.html',
      'shop/2022-07-01/changes/index.html',
      'shop/2023-01-01/index.html',
      'shop/2023-01-01/changes/index.html',
      'shop/archive/index.html',
      'shop/index.html',
    ]);
  });

  it('the day it takes effect: the same pages, and what compares with the version in force', () => {
    expect(touched(built('2022-12-31', three), built('2023-01-01', three))).toEqual([
      'shop/2021-10-24/since/index.html',
      'shop/2022-07-01/index.html',
      'shop/2022-07-01/changes/index.html',
      'shop/2022-07-01/since/index.html',
      'shop/2023-01-01/index.html',
      'shop/2023-01-01/changes/index.html',
      'shop/archive/index.html',
      'shop/index.html',
    ]);
  });
});

it('a draft is shown as one, and the stable address is not its', () => {
  const drafted = planSite({
    asOf: input.asOf,
    policies: [{ id: 'shop', releases: [], draft: saying('Not yet.') }],
  });
  expect(status(page('shop/draft/index.html', drafted))).toBe('Draft. This text is not in force.');
  expect(page('shop/index.html', drafted)).not.toContain('Not yet.');
});

it('a frozen copy is a download that does not run as a page', () => {
  const evidence = new Map([[1, new Map([['en', '<script>alert(1)</script>']])]]);
  const offered = planSite({ ...input, policies: [{ id: 'shop', releases: three, evidence }] });
  expect(offered.get('shop/2021-10-24/evidence.en.txt')).toBe('<script>alert(1)</script>');
  expect(page('shop/2021-10-24/index.html', offered)).toContain(
    'href="evidence.en.txt" download="shop-2021-10-24.en.html"',
  );
});

it('build.json is of its schema and lists every file', () => {
  const record = JSON.parse(page('build.json'));
  expect(ajvFor('build')(record)).toEqual([]);
  expect(record).toMatchObject({
    asOf: '2022-08-01',
    next: '2023-01-01',
    policies: { shop: { sequence: 2, effective: '2022-07-01' } },
  });
  expect(Object.keys(record.files).sort()).toEqual(
    [...site.keys()].filter((path) => path !== 'build.json').sort(),
  );
});

it('every page is valid', () => {
  const validator = new HtmlValidate(pageRules);
  const said = [...site].flatMap(([path, html]) =>
    path.endsWith('.html') && !/notice\/(banner|pop-up)/.test(path)
      ? validator
          .validateStringSync(html)
          .results.flatMap((result) =>
            result.messages.map((message) => `${path}: ${message.ruleId} ${message.message}`),
          )
      : [],
  );
  expect(said).toEqual([]);
});

it.each(['../../up', 'zh-CN/../..', `${'x'.repeat(3)}/..`, '-'])(
  'a forged locale %s becomes no path',
  (locale) => {
    const policy = { ...saying('x'), locales: ['en', locale] };
    expect(() =>
      planSite({
        asOf: input.asOf,
        policies: [{ id: 'shop', releases: [releaseOf(1, '2021-10-24', policy)] }],
      }),
    ).toThrow(/address-unsafe/);
  },
);

it('two policies do not share a path', () => {
  const other = policyOf(
    'chapter: main\ntitle: Main\nclauses:\n  - { id: a, kind: statement, text: Other. }\n',
    head.replace('id: shop', 'id: pay'),
  );
  const both = planSite({
    ...input,
    policies: [
      { id: 'shop', releases: three },
      { id: 'pay', releases: [releaseOf(1, '2022-01-01', other)] },
    ],
  });
  expect(page('pay/index.html', both)).toContain('Other.');
  expect(page('index.html', both)).toMatch(/href="shop\/index.html"[\s\S]*href="pay\/index.html"/);
});

it('tells how far it is, policy by policy', () => {
  const told: string[] = [];
  const policies = ['a', 'b'].map((id) => ({ id, releases: three.slice(0, 1) }));
  planSite({ ...input, policies }, (done, of) => told.push(`${done} of ${of}`));
  expect(told).toEqual(['0 of 2', '1 of 2']);
});

it('reads a policy when its turn comes, so that those before it need not be kept', () => {
  const told: string[] = [];
  const policies = {
    length: 2,
    *[Symbol.iterator]() {
      for (const id of ['a', 'b']) {
        told.push(`read ${id}`);
        yield { id, releases: three.slice(0, 1) };
      }
    },
  };
  const lazily = planSite({ ...input, policies }, (done) => told.push(`plan ${done}`));
  expect(told).toEqual(['read a', 'plan 0', 'read b', 'plan 1']);
  expect([...lazily]).toEqual([...planSite({ ...input, policies: [...policies] })]);
});

it('gives each text again as often as it is asked for', () => {
  expect(site.size).toBe([...site.keys()].length);
  const texts = new Map(site);
  expect([...site.values()]).toEqual([...texts.values()]);
  site.forEach((text, path) => {
    expect(text).toBe(site.get(path));
  });
  expect([site.get('nowhere'), site.has('nowhere'), site.has('index.html')]).toEqual([
    undefined,
    false,
    true,
  ]);
});
