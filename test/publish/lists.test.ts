import { describe, expect, it } from 'vitest';
import { planSite } from '../../src/publish/site.ts';
import { policyOf } from '../properties/policies.ts';
import { releaseOf } from './releases.ts';

const listing = (...entries: readonly object[]) =>
  policyOf(
    [[{ id: 'helpers', kind: 'recipient', title: 'Helpers', form: 'entrust', register: 'registers/r.yaml' }]],
    { format: 'policyc/policy@2', locales: ['en', 'de'] },
    { 'registers/r.yaml': { entries } },
  );
const mail = { id: 'mail', name: 'Mailer', countries: ['US'] };
const post = { id: 'post', name: 'Poster', from: '2022-03-01' };
const releases = [
  releaseOf(1, '2021-01-01', listing(mail)),
  releaseOf(2, '2022-01-01', listing(mail, post)),
  releaseOf(3, '2023-01-01', listing({ ...mail, countries: ['IE'] })),
];
const build = (siteUrl?: string, asOf = '2023-06-01') =>
  planSite({ ...(siteUrl === undefined ? {} : { siteUrl }), asOf, policies: [{ id: 'p', releases }] });
const titles = (feed = ''): string[] => [...feed.matchAll(/<title>([^<]*)</g)].map(([, title = '']) => title);

describe('a list that a policy holds', () => {
  it('has a page of its own in each language, and the policy leads to it', () => {
    const site = build();
    for (const folder of ['p', 'p/de'])
      for (const file of ['html', 'md']) expect(site.has(`${folder}/lists/helpers/index.${file}`)).toBe(true);
    expect(site.get('p/index.html')).toContain('href="lists/helpers/index.html"');
    expect(site.get('p/lists/helpers/index.html')).toContain('id="helpers.mail"');
    expect(build('https://p.example').get('sitemap.xml')).toContain(
      'https://p.example/p/de/lists/helpers/</loc>',
    );
    expect(site.get('p/lists/helpers/index.html')).not.toContain('id="helpers.post"');
  });

  it('has a feed of what came, went and changed, entry by entry, the newest first', () => {
    const site = build('https://shop.example');
    expect(titles(site.get('p/lists/helpers/feed.xml'))).toEqual([
      'Helpers',
      'What is said of Mailer has changed.',
      'Poster is no longer on the list.',
      'Poster is new on the list.',
      'Mailer is new on the list.',
    ]);
    expect(titles(site.get('p/de/lists/helpers/feed.xml'))[2]).toBe('Poster steht nicht mehr auf der Liste.');
  });

  it('says in a feed what a column is by its head alone: no style hides a label there', () => {
    const feed = build('https://shop.example').get('p/lists/helpers/feed.xml') ?? '';
    expect(feed).toContain('Countries&#x3C;/th>');
    expect(feed).toContain('&#x3C;td>Ireland&#x3C;/td>');
    expect(feed).not.toContain('label');
  });

  it('gives an entry of the feed the same id for ever', () => {
    const ids = (site: ReadonlyMap<string, string>): string[] =>
      [...(site.get('p/lists/helpers/feed.xml') ?? '').matchAll(/urn:uuid:[0-9a-f-]+/g)].map(([id]) => id);
    const [early, late] = [build('https://a.example', '2021-06-01'), build('https://b.example')];
    expect(new Set(ids(late)).size).toBe(4);
    expect(ids(late)).toEqual(expect.arrayContaining(ids(early)));
  });

  it('has no feed without an address, and no page where nothing is listed', () => {
    expect([...build().keys()].filter((path) => path.endsWith('.xml'))).toEqual([]);
    const bare = planSite({
      asOf: '2023-06-01',
      policies: [
        {
          id: 'p',
          releases: [
            releaseOf(1, '2021-01-01', policyOf([[{ id: 'a', kind: 'statement', title: 'A', text: 'A.' }]])),
          ],
        },
      ],
    });
    expect([...bare.keys()].filter((path) => path.includes('/lists/'))).toEqual([]);
  });
});
