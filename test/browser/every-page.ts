import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderFiles } from '../../src/archive/disk.ts';
import { readArchive } from '../../src/archive/read.ts';
import type { Release } from '../../src/archive/release.ts';
import type { Policy, Term } from '../../src/model/policy.ts';
import { planSite } from '../../src/publish/site.ts';
import type { SiteInput } from '../../src/publish/site-input.ts';
import { releaseOf as archivedIn } from '../../src/revision/archive.ts';
import { wordsFile } from '../../src/translate/words-file.ts';
import { policyFrom, smallHead } from '../policy.ts';
import { releaseOf } from '../publish/releases.ts';
import { samplesFolder } from '../render/sample.ts';
import { filledWords } from '../words/filled.ts';

/** What policyc speaks, and a language from right to left whose words a policy brings. */
export const locales = ['en', 'zh-CN', 'zh-TW', 'de', 'fr', 'es', 'ja', 'ar'] as const;

/** What a language adds to a page beside its words, which axe does not read: a direction and a script. */
export const scripts = ['en', 'zh-CN', 'ar'] as const;

/** Samples of these kinds of clauses, each a chapter of one policy, in every language. */
function policyOf(chapters: readonly string[], change: (text: string) => string = (text) => text): Policy {
  const files: Record<string, string> = {
    'policy.yaml': smallHead.replace('[main]', `[${chapters.join(', ')}]`),
  };
  for (const name of chapters) {
    const folder = join(samplesFolder, name, 'policy');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      const folderName = entry.parentPath.endsWith('registers') ? 'registers' : 'chapters';
      files[`${folderName}/${entry.name.replace('main', name)}`] = change(
        text.replace('chapter: main', `chapter: ${name}`).replace(':ref[main]', `:ref[${name}]`),
      );
    }
  }
  // Two samples have orders; one function is enough for both.
  const retention = files['chapters/retention.yaml'];
  if (retention !== undefined)
    files['chapters/retention.yaml'] = retention.replace(/^.*id: orders,.*\n/m, '');
  const inEnglish = policyFrom(files);
  return policyFrom({
    ...files,
    'policy.yaml': (files['policy.yaml'] ?? '').replace('[en]', `[${locales.join(', ')}]`),
    'words/ar.yaml': arabicFor(inEnglish),
  });
}

function arabicFor({ vocabulary }: Policy): string {
  const named = (table: Readonly<Record<string, Term>>) =>
    Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label.en ?? id]));
  const terms = {
    data: named(vocabulary.data),
    purposes: named(vocabulary.purposes),
    permissions: named(vocabulary.permissions),
  };
  const countries = { CN: 'China', SG: 'Singapore' };
  return filledWords(wordsFile(undefined, { locale: 'ar', countries, terms }) ?? '');
}

/** All texts and names are words that nothing breaks, a hash and an address. */
function unbroken(policy: Policy, letter: string): Policy {
  const words = `${'Donaudampfschifffahrt'.repeat(6)} ${letter.repeat(64)} https://a.example/${'path/'.repeat(20)}?${letter.repeat(60)}`;
  const prose = policy.prose.map((row) => ({ ...row, values: { text: words } }));
  const facts = policy.facts.map((row) =>
    row.values.name === undefined
      ? row
      : { ...row, values: { ...row.values, name: words.replaceAll(' ', '') } },
  );
  return { ...policy, locales: ['en'], prose, facts };
}

const everyKind = [
  ...['definition', 'statement', 'function', 'technology', 'recipient', 'retention', 'commitment'],
  ...['right', 'minors', 'security', 'contact', 'document', 'change', 'summary', 'formerly'],
];
const first = policyOf(everyKind);
const second = policyOf(everyKind, (text) =>
  text.replace('Switch it off in the settings.', 'Switch it off at any time.').replace('P15D', 'P20D'),
);
const small = policyOf(['document']);
const changes = [
  { status: 'changed' as const, clauses: ['access'], text: { en: 'We take **five days** more to answer.' } },
  { status: 'new' as const, clauses: ['carrier'], text: { en: 'See :ref[carrier].' } },
];

/** A policy in force at the day of the build, and what the archive has of our own worked example. */
const input: SiteInput = {
  siteUrl: 'https://policies.example',
  asOf: '2026-08-01',
  policies: [
    {
      id: 'every',
      releases: [
        releaseOf(1, '2021-10-24', { ...first, locales: scripts }),
        releaseOf(2, '2022-07-01', second, { changes }),
      ],
      evidence: new Map([[2, new Map([['en', 'frozen']])]]),
      notices: new Map([[2, [{ channel: 'e-mail', sent: '2022-06-01' }]]]),
    },
    {
      id: 'states',
      releases: [
        releaseOf(1, '2021-10-24', small, { adopted: true }),
        releaseOf(2, '2022-07-01', small),
        releaseOf(3, '2022-07-01', small, { withdraws: [2], corrects: 2, published: '2022-08-01' }),
        releaseOf(4, '2027-01-01', small),
      ],
      draft: small,
    },
    { id: 'later', releases: [releaseOf(1, '2027-01-01', small)], draft: small },
    {
      id: 'long',
      releases: ['a', 'b'].map((letter, at) =>
        releaseOf(at + 1, `202${at + 1}-10-24`, unbroken(first, letter)),
      ),
    },
    { id: 'worked', releases: [workedExample()] },
  ],
};

function workedExample(): Release {
  const files = folderFiles(join(import.meta.dirname, '../../policies/marketplace/archive'));
  const version = readArchive(files).versions[3];
  if (version === undefined) throw new Error('The worked example has a fourth version.');
  return archivedIn(files, version);
}

/** One site with a page of every kind, in every language. */
export const site = planSite(input);

/** Kinds of pages, and one of each in the language that prevails. */
export const kinds = {
  'the page of a version': 'every/index.html',
  'a redline': 'every/2022-07-01/changes/index.html',
  'changes since a version': 'every/2021-10-24/since/index.html',
  'all versions': 'every/archive/index.html',
  'a list': 'every/lists/carrier/index.html',
  'an e-mail': 'every/2022-07-01/notice/e-mail.html',
  'a redline that finds nothing': 'states/2022-07-01/changes/index.html',
  'an adopted version, no longer in force': 'states/2021-10-24/index.html',
  'a withdrawn version': 'states/2022-07-01/index.html',
  'a correction': 'states/2022-07-01.3/index.html',
  'a scheduled version': 'states/2027-01-01/index.html',
  'a draft': 'states/draft/index.html',
  'all versions, in every state': 'states/archive/index.html',
  'a policy not in force yet': 'later/index.html',
} as const;

/** Where two versions are compared, the languages that both have. */
export function languagesOf(kind: keyof typeof kinds): readonly string[] {
  return kind === 'a redline' || kind === 'changes since a version' ? scripts : locales;
}

/** The same page in a language. */
export function pageIn(kind: keyof typeof kinds, locale: string): string {
  const [policy = '', ...rest] = kinds[kind].split('/');
  return [policy, ...(locale === 'en' ? [] : [locale]), ...rest].join('/');
}
