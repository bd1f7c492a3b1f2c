import type { Chapter, Outline, Passage } from '../../document/import/outline.ts';
import { editionOf } from '../../model/edition.ts';
import { canBeBlock, flowScalar } from '../../translate/written.ts';
import { isLawUnknown, unnamedCompany, utcOffsetIn } from '../answers.ts';
import type { NewFiles } from '../workspace.ts';
import { countryOf, profilesLikely } from './laws.ts';
import type { Seems } from './named.ts';
import type { Owner } from './owner.ts';
import { type Listed, listIn } from './register.ts';
import { whatTextsName } from './seems.ts';

/** The settings of an imported policy, as opposed to its texts. */
export interface Head {
  readonly id: string;
  readonly company: string;
  /** How the name of the company was found in the text; undefined if somebody gave it. */
  readonly owner?: Owner;
  readonly locale: string;
  readonly title: string;
  readonly edition: string;
  /**
   * Whether tables of cookies and companies become registers. They stay texts in a version that is adopted as it is.
   */
  readonly registers: boolean;
}

export interface Imported {
  /** The files of the policy, without the lines for editors. */
  readonly files: NewFiles;
  readonly statements: number;
  readonly registers: number;
  /** For each text, what it seems to name. */
  readonly seems: readonly (readonly Seems[])[];
}

/** Ids that no part of an imported policy may have. */
export const takenIds = ['policy', 'company'] as const;

/**
 * Turns a document into a policy without facts: each paragraph is a statement, with comments on what it seems to name.
 */
export function importedPolicy({ introduction, chapters }: Outline, head: Head): Imported {
  const edition = editionOf(head.edition);
  const find = edition ? whatTextsName(edition, head.locale) : () => [];
  const seems: (readonly Seems[])[] = [];
  const registers = new Map<string, string>();
  let statements = 0;
  const namesIn = (words: string, around: string): readonly Seems[] => {
    const found = find(words, around);
    seems.push(found);
    return found;
  };
  const clause = (passage: Passage, chapter: Chapter): string => {
    const listed = head.registers ? listIn(passage, chapter.title, head.locale) : undefined;
    if (listed) registers.set(`registers/${passage.id}.yaml`, listed.register);
    else statements += 1;
    return clauseText(passage, chapter, listed, namesIn(passage.words, chapter.title));
  };
  const files = new Map<string, string>([
    [
      'policy.yaml',
      policyText(
        introduction,
        chapters,
        head,
        introduction.flatMap(({ words }) => namesIn(words, '')),
      ),
    ],
    ...chapters.map(
      (chapter) =>
        [
          `chapters/${chapter.id}.yaml`,
          `chapter: ${chapter.id}\ntitle: ${flowScalar(chapter.title)}\nclauses:\n${clausesOf(chapter)
            .map((passage) => clause(passage, chapter))
            .join('\n')}`,
        ] as const,
    ),
  ]);
  for (const [path, text] of registers) files.set(path, text);
  return { files, statements, registers: registers.size, seems };
}

/** A heading without text stays in the policy, as an empty passage. */
function clausesOf({ id, passages }: Chapter): readonly Passage[] {
  if (passages.length > 0) return passages;
  return [{ id: `${id}-1`, title: undefined, text: '', words: '', table: undefined, lead: '' }];
}

function clauseText(
  { id, title, text, lead }: Passage,
  chapter: Chapter,
  listed: Listed | undefined,
  seems: readonly Seems[],
): string {
  const words = listed?.isWhole ? lead : text;
  const heading = title ?? (listed ? chapter.title : undefined);
  return [
    ...commentOn(seems, '  '),
    `  - id: ${id}`,
    `    kind: ${listed?.kind ?? 'statement'}`,
    ...(heading === undefined ? [] : [`    title: ${flowScalar(heading)}`]),
    ...(listed?.fields ?? []).map((field) => `    ${field}`),
    ...(listed && !listed.isWhole
      ? ['    # The table stays in the text as long as the register does not say all of it.']
      : []),
    ...(words === '' ? [] : [`    text: ${prose(words, 4)}`]),
    '',
  ].join('\n');
}

function policyText(
  introduction: readonly Passage[],
  chapters: readonly Chapter[],
  { id, company, owner, locale, title, edition }: Head,
  seems: readonly Seems[],
): string {
  const all = [...introduction, ...chapters.flatMap(({ passages }) => passages)];
  const country = countryOf(locale);
  const none = isLawUnknown(country) ? `, and there is none for the law of ${country}` : '';
  const profiles = profilesLikely(all.map(({ words }) => words).join('\n'), locale);
  const text = introduction
    .flatMap((passage) => [...(passage.title ? [`**${passage.title}**`] : []), passage.text])
    .filter((one) => one !== '')
    .join('\n\n');
  return [
    'format: policyc/policy@2',
    `id: ${id}`,
    `title: ${flowScalar(title)}`,
    `edition: "${edition}" # the taxonomy and the law it is written with`,
    `prevailing: ${locale}`,
    `locales: [${locale}]`,
    `# profiles: [${profiles.join(', ')}] # whose law holds, a guess: policyc explain profiles lists them${none}`,
    `utcOffset: "${utcOffsetIn(country)}" # where its days begin and end`,
    ...(text === '' ? [] : [...commentOn(seems, ''), `text: ${prose(text, 0)}`]),
    'parties:',
    '  - id: company',
    '    role: controller',
    `    name: ${flowScalar(company)}${whereFrom(company, owner)}`,
    'chapters:',
    ...chapters.map((chapter) => `  - ${chapter.id}`),
    '',
  ].join('\n');
}

/** A comment on how the name of the company was found; empty if somebody gave it. */
function whereFrom(company: string, owner: Owner | undefined): string {
  if (company === unnamedCompany) return ' # the text does not tell it: write the legal name';
  if (!owner) return '';
  return owner.guessedBy === undefined
    ? ' # the legal name, as taken from the text: make it true'
    : ' # a guess by what the text says: confirm it, and write the legal name';
}

/** Text of the document as a YAML block, or quoted where a block cannot hold it. */
function prose(text: string, indent: number): string {
  const margin = ' '.repeat(indent + 2);
  return canBeBlock(text) ? `|\n${text.replace(/^(?=.)/gm, () => margin)}` : JSON.stringify(text);
}

/** What a text seems to name, as comments: one line for each kind. */
function commentOn(seems: readonly Seems[], margin: string): string[] {
  const sorts = [...new Set(seems.map(({ what }) => what))];
  if (sorts.length === 0) return [];
  const lines = sorts.map((sort) => {
    const all = seems.filter(({ what }) => what === sort);
    const named = all.map(({ is, quote }) =>
      quote === undefined ? is : `${is} (“${quote.replace(/\s+/g, ' ')}”)`,
    );
    return `${margin}#   ${sort}: ${named.join(', ')}`;
  });
  return [`${margin}# Seems to name:`, ...lines];
}
