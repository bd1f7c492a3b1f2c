import { formatPlace } from '../base/place.ts';
import type { Signal } from '../diff/signal.ts';
import type { GatedChange } from '../gate/cover.ts';
import type { DiffReport } from './diff-report.ts';
import { owedLines } from './owed.ts';
import { sideLines, textOf } from './side-lines.ts';
import { signalWords } from './signal-words.ts';
import type { Style } from './style.ts';
import { exchangedWords } from './text-change.ts';

/** A change with everything a person needs to decide: one line of plain words first. */
export function changeLines(change: GatedChange, report: DiffReport, style: Style): string[] {
  const { base, head, documents, recorded } = report;
  const subject = [
    change.relation,
    change.key.join(' › '),
    ...(change.name === undefined ? [] : [change.name]),
  ].join(' · ');
  const others = change.entries.slice(1).map((entry) => entry.id);
  const places = [
    ...(change.base ? [`${formatPlace(change.base)} in ${base.label}`] : []),
    ...(change.head ? [`${formatPlace(change.head)} in ${head.label}`] : []),
  ];
  return [
    `  ${style.bold(headline(change))}`,
    `    ${change.kind} · ${change.direction} · ${subject}`,
    ...(change.signal ? [`    ${signalLine(change.signal, change.signals ?? [], style)}`] : []),
    ...sideLines(change),
    `    ${style.dim(places.join('   →   '))}`,
    ...proseLines(change, report),
    ...(others.length > 0 ? [`    Also: entry ${others.join(', ')}`] : []),
    ...(change.entries.length === 0 && change.verdict === 'material'
      ? [`    Because: ${change.reason}`]
      : []),
    ...owedLines(change.obligations),
    ...(change.verdict === 'editorial' || documents
      ? []
      : [`    ${noted(change, recorded === true, style)}`]),
  ];
}

function signalLine(signal: Signal, signals: readonly string[], style: Style): string {
  const words = signalWords(signal, signals);
  return signal === 'high' ? style.yellow(words) : style.dim(words);
}

function noted(change: GatedChange, recorded: boolean, style: Style): string {
  if (change.note) return style.green(`Noted: ${change.note.path}, ${decisionWords(change.note)}`);
  if (recorded) return style.dim(`No note recorded: ${change.fingerprint}`);
  if (change.draft !== undefined) return style.yellow(`Note not in force yet: ${change.draft}, see below`);
  return style.yellow(`Not noted yet: ${change.fingerprint}`);
}

function decisionWords({ decision, entry }: NonNullable<GatedChange['note']>): string {
  return entry === undefined ? decision : `${decision} to ${entry}`;
}

/** A change that a line is enough for. */
export function sweepLines(change: GatedChange, report: DiffReport, style: Style): string[] {
  const place = change.head ?? change.base;
  const reasons = change.signals?.length ? `${signalWords('low', change.signals)} · ` : '';
  const decided = report.documents ? '' : ` · ${noted(change, report.recorded === true, style)}`;
  return [
    `  ${headline(change)}`,
    `    ${style.dim(`${reasons}${place ? formatPlace(place) : change.key.join(' › ')}`)}${decided}`,
  ];
}

/** One line of plain words; of a text, what became of it when that fits. */
function headline(change: GatedChange): string {
  const sign = change.before === null ? '+' : change.after === null ? '−' : '~';
  const exchanged =
    change.kind === 'text-changed' && change.before && change.after
      ? exchangedWords(textOf(change.before), textOf(change.after))
      : undefined;
  const words =
    exchanged === undefined ? change.words : change.words.replace(inGeneral, `$1, $2$3: ${exchanged}`);
  return `${sign} ${words}`;
}

/** `Orders: refusal reads differently in zh-CN.` */
const inGeneral = /^(.*): ([^:]*) reads differently( in [\w-]+)?\.$/;

/** What a person should know who reads a changed text: what did not change along with it. */
function proseLines(change: GatedChange, { changes, locales, statesFacts }: DiffReport): string[] {
  if (change.table !== 'prose' || change.signal !== 'high') return [];
  const [owner = ''] = change.key;
  const others = changes.filter((one) => one !== change && one.key[0] === owner);
  const path = change.key.slice(0, -1).join('\t');
  const alone = !others.some((one) => one.table === 'prose' && one.key.slice(0, -1).join('\t') === path);
  const settled = statesFacts(owner) && !others.some((one) => one.table === 'facts');
  return [
    ...(alone && locales.length > 1 ? [`    Only ${change.key.at(-1)} changed, no other language.`] : []),
    ...(settled
      ? ['    No fact of this clause changed: are its words wrong now, or its facts, or is one missing?']
      : []),
  ];
}
