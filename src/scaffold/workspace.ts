import { append } from '../base/group.ts';
import { loadPolicy } from '../model/load.ts';
import { schemaLine } from '../model/schema-line.ts';
import { type Snapshot, snapshotOf } from '../snapshot/snapshot.ts';
import type { OverlayEntry } from '../translate/entry.ts';
import { newOverlay } from '../translate/overlay.ts';
import { originalsOf, textName } from '../translate/texts.ts';
import { flowScalar } from '../translate/written.ts';
import { type Answers, isLanguage, isLawUnknown, type Language, policyIdOf, utcOffsetIn } from './answers.ts';
import { changes } from './chapters/changes.ts';
import { data } from './chapters/data.ts';
import { rights } from './chapters/rights.ts';
import { sharing } from './chapters/sharing.ts';
import { type Voice, voiceIn } from './voice.ts';

/** Texts by `/`-separated path. */
export type NewFiles = ReadonlyMap<string, string>;

const chapters = { data, sharing, rights, changes };

/** A workspace with a first policy: the texts of all files by their paths. */
export function newWorkspace(answers: Answers): NewFiles {
  const folder = `policies/${policyIdOf(answers.company)}`;
  const policy = [...newPolicy(answers)].map(
    ([path, text]) => [`${folder}/${path}`, schemaLine(folder, path) + text] as const,
  );
  return new Map([['policyc.yaml', newWorkspaceFile(folder)], ...policy]);
}

/** The files of the policy, without the lines for editors. */
export function newPolicy(answers: Answers): NewFiles {
  const [prevailing, ...others] = answers.locales;
  const original = policyIn(prevailing, answers);
  const translations = others
    .filter(isLanguage)
    .flatMap((locale) => [...translation(locale, answers, original)]);
  return new Map([...original, ...translations]);
}

/** The policy as it would be if `language` prevailed. */
function policyIn(language: Language, answers: Answers): NewFiles {
  const voice = voiceIn(language, answers);
  return new Map([
    ['policy.yaml', policyFile(voice)],
    ...Object.entries(chapters).map(([id, chapter]) => [`chapters/${id}.yaml`, chapter(voice)] as const),
  ]);
}

/** The texts in another language, each with the mark of the text that it translates. */
function translation(locale: Language, answers: Answers, original: NewFiles): NewFiles {
  const translated = new Map(
    textsOf(policyIn(locale, answers)).map((text) => [textName(text), text.text] as const),
  );
  const entries = new Map<string, OverlayEntry[]>();
  for (const text of textsOf(original)) {
    const { chapter, owner, field, mark } = text;
    const path = `locales/${locale}/${chapter}.yaml`;
    const entry = { owner, field, of: mark, text: translated.get(textName(text))?.trimEnd() ?? '' };
    append(entries, path, entry);
  }
  return new Map([...entries].map(([path, of]) => [path, newOverlay(locale, of)]));
}

function textsOf(files: NewFiles): ReturnType<typeof originalsOf> {
  const { source } = loadPolicy(snapshotOfNew(files));
  return source ? originalsOf(source) : [];
}

/** The files of a new policy as a snapshot, as if read from a disk. */
export function snapshotOfNew(files: NewFiles): Snapshot {
  const encoder = new TextEncoder();
  return snapshotOf([...files].map(([path, text]) => [path, encoder.encode(text)] as const));
}

function policyFile({ answers, say, line }: Voice): string {
  const { company, country, locales, profiles } = answers;
  return `# ${line(
    'An example to start from. Make every line of it true, here and in chapters/, before you release it.',
    '这是起点示例。发布之前，请将本文件和 chapters/ 中的每一行改为事实。',
  )}
format: policyc/policy@2
id: ${flowScalar(policyIdOf(company))}
title: ${say('Privacy Policy', '隐私政策')}
edition: "2026-12" # the taxonomy and the law it is written with
prevailing: ${locales[0]}
locales: [${locales.join(', ')}]
profiles: [${profiles.join(', ')}]${isLawUnknown(country) ? ` # policyc has no profile for the law of ${country}` : ''}
utcOffset: "${utcOffsetIn(country)}" # where its days begin and end
text: |
  ${line('This is what we know about those who use our service, and what we do with it.', '本政策说明我们掌握使用者的哪些信息，以及如何处理这些信息。')}
parties:
  - id: company
    role: controller
    name: ${flowScalar(company)}
    country: "${country}"
chapters: [${Object.keys(chapters).join(', ')}]
`;
}

export function newWorkspaceFile(folder: string): string {
  return `${schemaLine('.', 'policyc.yaml')}format: policyc/workspace@1
policies:
  - ${folder}
site:
  out: site
`;
}
