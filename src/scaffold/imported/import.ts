import type { Diagnostic } from '../../base/diagnostic.ts';
import { isNoName } from '../../base/folded-name.ts';
import { isRule } from '../../base/messages-rules.ts';
import { checkSnapshot } from '../../check/check-snapshot.ts';
import { slugOf } from '../../document/import/ids.ts';
import { linesOf, type Manuscript, wordsWithin } from '../../document/import/manuscript.ts';
import { type LeftOut, withoutNumber } from '../../document/import/numbers.ts';
import { outlineOf } from '../../document/import/outline.ts';
import { localeOf, otherTongueIn } from '../../document/import/tongue.ts';
import { editionIds } from '../../model/edition.ts';
import { unnamedCompany } from '../answers.ts';
import { type NewFiles, snapshotOfNew } from '../workspace.ts';
import { withOwnWords } from './own-words.ts';
import { type Owner, ownerOf } from './owner.ts';
import { type Head, type Imported, importedPolicy, takenIds } from './policy.ts';

/** What is known of an imported policy; the rest is taken from its text. */
export type Known = Partial<Head>;

export interface Import extends Imported {
  readonly head: Head;
  /** The error that prevents the import, such as a text beyond every limit; rarely there. */
  readonly unfit: Diagnostic | undefined;
  /** Headings that lost their numbers, because pages number headings themselves. */
  readonly unnumbered: readonly LeftOut[];
  /** Whether all paragraphs below a heading became one statement, because a policy may not have so many clauses. */
  readonly isDense: boolean;
  /**
   * How many errors `check` finds in it, such as two sentences that contradict each other: it was published like that.
   */
  readonly broken: number;
  /** Another language that a part of the text is in. */
  readonly alsoIn: string | undefined;
  /** How many texts of pages are still to be written, because policyc has none in the language. */
  readonly wordsLacking: number;
}

const untitled: Readonly<Record<string, string>> = {
  en: 'Privacy Policy',
  de: 'Datenschutzerklärung',
  fr: 'Politique de confidentialité',
  es: 'Política de privacidad',
  ja: 'プライバシーポリシー',
  'zh-CN': '隐私政策',
  'zh-TW': '隱私權政策',
};

/**
 * Turns a document into a policy; undefined if its language is unknown. `words` are files of words that it has already,
 * by path.
 */
export function importDocument(manuscript: Manuscript, known: Known, words?: NewFiles): Import | undefined {
  const locale = known.locale ?? localeOf(manuscript, wordsWithin(manuscript.root));
  if (locale === undefined) return undefined;
  const fallback = untitled[locale] ?? untitled[locale.split('-')[0] ?? ''] ?? 'Privacy Policy';
  const outline = outlineOf(manuscript, takenIds, fallback);
  const title = known.title ?? outline.title ?? fallback;
  const owner = known.company === undefined ? companyOf(manuscript.root, title) : undefined;
  const id = known.id ?? idOf(title);
  const edition = known.edition ?? editionIds.at(-1) ?? '';
  const head: Head = {
    id,
    company: known.company ?? owner?.name ?? unnamedCompany,
    ...(owner === undefined ? {} : { owner }),
    locale,
    title,
    edition,
    registers: known.registers ?? true,
  };
  const imported = importedPolicy(outline, head);
  const files = withOwnWords(imported.files, locale, words);
  const { problems } = checkSnapshot(snapshotOfNew(files));
  const lacking = problems.find(({ code }) => code === 'words-missing');
  const errors = problems.filter((problem) => problem.severity === 'error' && problem !== lacking);
  const unfit = errors.find(({ code }) => !isRule(code));
  return {
    ...imported,
    files,
    head,
    unnumbered: outline.unnumbered,
    isDense: outline.isDense,
    unfit,
    broken: unfit ? 0 : errors.length,
    alsoIn: otherTongueIn(manuscript.root.children.map(wordsWithin), locale),
    wordsLacking: (lacking?.args as { missing: readonly string[] } | undefined)?.missing.length ?? 0,
  };
}

function idOf(title: string): string {
  const slug = slugOf(title).split('-').slice(0, 5).join('-');
  return /^[a-z]/.test(slug) && !isNoName(slug) ? slug : 'privacy';
}

/** Looks outside of tables: the companies there are recipients of data. */
function companyOf({ children }: Manuscript['root'], title: string): Owner | undefined {
  const apart = children.filter(({ type }) => type !== 'table');
  const headings = children.flatMap((node) =>
    node.type === 'heading' ? [node, withoutNumber(node)].map(wordsWithin) : [],
  );
  return ownerOf(linesOf({ type: 'root', children: apart }, true), title, new Set(headings));
}
