import { escapeLines, mapStrings } from '../base/escape.ts';
import { cannot } from '../base/failure.ts';
import type { Block } from '../render/nodes.ts';
import type { Passage } from '../render/passage.ts';
import { linesOf, passagesOf } from '../render/passages.ts';
import { viewOf } from '../render/view.ts';
import { wholeRedline } from '../render/whole-redline.ts';
import { wordsIn } from '../render/words.ts';
import type { ComparedPolicy, ComparedText } from '../report/compared-policy.ts';
import type { Redline } from '../report/docx.ts';
import type { ComparisonReport, Report } from '../report/report.ts';
import { parseProse } from '../syntax/prose.ts';
import { dateOrToday } from './dates.ts';
import type { World } from './world.ts';

/** Whole texts with their edits, and findings beside them. */
export function redlinesOf(
  compared: readonly ComparedPolicy[],
  report: Report,
  { locale, asOf }: { readonly locale?: string; readonly asOf?: string },
  world: World,
): Redline[] {
  return compared.flatMap(({ policy, base, head, renamed, texts }, at): Redline[] => {
    if (texts === undefined) return [];
    const { prevailing, locales, utcOffset } = texts.after.policy;
    const shown = locale ?? prevailing;
    if (!locales.includes(shown))
      throw cannot('compared-without-locale', { policy, locale: shown, known: locales });
    const before = texts.before ? passagesIn(texts.before, shown) : [];
    const passages = wholeRedline(before, passagesIn(texts.after, shown), renamed);
    const comparison = report.policies[at]?.comparison;
    const known = new Set(passages.map(({ id }) => id));
    return [
      {
        title: escapeLines(`${policy}: ${base.title} → ${head.title}`),
        locale: shown,
        date: texts.published ?? dateOrToday(asOf, '--as-of', utcOffset, world),
        passages: mapStrings(passages, escapeLines),
        // In a document, every change is one of words, which the text itself shows.
        remarks: comparison?.documents === false ? remarksIn(comparison, known) : new Map(),
      },
    ];
  });
}

/** A document is one passage: its blocks, without the marks of Markdown. */
function passagesIn({ policy, document }: ComparedText, locale: string): Passage[] {
  if (document === undefined) return passagesOf(viewOf(policy, locale));
  const words = wordsIn(policy, locale);
  const lines = document.blocks.flatMap(({ text }) => linesOf(parseProse(text).children as Block[], words));
  return [{ id: policy.id, name: '', lines }];
}

/** The findings of each passage; those without a passage stand beside the first. */
function remarksIn({ changes, groups }: ComparisonReport, known: ReadonlySet<string>): Redline['remarks'] {
  const remarks = new Map<string, string[]>();
  const [first = ''] = known;
  for (const { key, group: id, told } of changes) {
    const group = groups.find((one) => one.id === id);
    if (group === undefined) continue;
    const owner = known.has(key[0] ?? '') ? (key[0] ?? '') : first;
    const said = `${group.heading}: ${told.headline}`;
    remarks.set(owner, [...(remarks.get(owner) ?? []), ...[said, ...told.owed].map(escapeLines)]);
  }
  return remarks;
}
