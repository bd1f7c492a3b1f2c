import { type Block, type Inline, paragraph } from './nodes.ts';
import type { Stamp } from './stamp.ts';
import { capitalise, dateWords, type Words } from './words.ts';

/**
 * The status of a version in one sentence with absolute dates; empty if the stamp has no status. `nextIsTold` leaves
 * out the end date, because another line names the next version.
 */
export function statusSentence(words: Words, stamp: Stamp, nextIsTold = false): string {
  const effective = dateWords(words, stamp.effective ?? '');
  const until = dateWords(words, stamp.until ?? '');
  switch (stamp.status) {
    case 'draft':
      return words.status.draft;
    case 'scheduled':
      return words.status.scheduled(effective);
    case 'in-force':
      return stamp.until === undefined || nextIsTold
        ? words.status.inForce(effective)
        : words.status.inForceUntil(effective, until);
    case 'superseded':
      return stamp.until === stamp.effective
        ? words.status.replaced(until)
        : words.status.superseded(effective, until);
    case 'withdrawn':
      return words.status.withdrawn(until);
    default:
      return '';
  }
}

/** `Version 2, in force from 1 July 2022, published on 20 May 2022`; empty for a draft. */
export function versionLine(words: Words, { sequence, effective, published, adopted }: Stamp): string {
  const parts = [
    ...(sequence === undefined ? [] : [words.version(sequence)]),
    ...(effective === undefined ? [] : [words.effective(dateWords(words, effective))]),
    ...(published === undefined ? [] : [words.published(dateWords(words, published))]),
    ...(adopted ? [words.adopted] : []),
  ];
  return capitalise(parts.join(words.clauseSeparator));
}

/** One of our lines about a version, with its dates marked up for programs. */
export function dated(line: string, words: Words, stamp: Stamp): Inline[] {
  const dates = [stamp.effective, stamp.published, stamp.until].filter((date) => date !== undefined);
  const spans = new Map(dates.map((date) => [dateWords(words, date), date]));
  const parts: Inline[] = [];
  let rest = line;
  while (rest !== '') {
    const [next] = [...spans]
      .map(([value, date]) => ({ value, date, at: rest.indexOf(value) }))
      .filter(({ value, at }) => value !== '' && at !== -1)
      // The match that begins first is right: “1 July” is also found inside “11 July”.
      .sort((a, b) => a.at - b.at);
    if (next === undefined) break;
    const { value, date, at } = next;
    parts.push(rest.slice(0, at), { type: 'moment', date, value });
    rest = rest.slice(at + value.length);
  }
  return [...parts, rest];
}

/** A version in the title of a window: `Version 2, effective 1 July 2022`. */
export function versionTitle(words: Words, { sequence, effective, status }: Stamp): string {
  if (sequence === undefined) return status === undefined ? '' : words.statusWords[status];
  const dated = effective === undefined ? [] : [words.effective(dateWords(words, effective))];
  return [words.version(sequence), ...dated].join(words.clauseSeparator);
}

export function correctionSentence(words: Words, { corrects }: Stamp): string {
  return corrects === undefined ? '' : words.corrects(corrects);
}

/** The lines below a document's title. */
export function statusParagraphs(words: Words, stamp: Stamp, nextIsTold = false): Block[] {
  const lines = [
    versionLine(words, stamp),
    [statusSentence(words, stamp, nextIsTold), correctionSentence(words, stamp)]
      .filter((line) => line !== '')
      .join(words.sentenceGap),
  ];
  return lines.filter((line) => line !== '').map((line) => paragraph(dated(line, words, stamp)));
}
