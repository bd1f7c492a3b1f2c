import type { Diagnostic } from '../base/diagnostic.ts';
import { hiddenIn } from '../base/hidden.ts';
import type { Code, MessageArguments } from '../base/messages.ts';
import { type Edit, withEntry } from './edits.ts';
import type { Range } from './spots.ts';
import type { PolicyView } from './view.ts';

/** A way to fix a problem, in words, and the edits that make it. */
export type Offer = readonly [title: string, edits: readonly Edit[]];

interface At {
  readonly view: PolicyView;
  readonly file: string;
  readonly range: Range;
}

/** Fixes by code of diagnostic, for those whose advice leads to one certain edit. */
const offers = {
  'unlisted-chapter': ({ chapter }, { view }) => addToList(view, 'chapters', chapter),
  'locale-unlisted': ({ locale }, { view }) => addToList(view, 'locales', locale),
  'translation-stale': ({ now }, { file, range }) => [
    ['The translation is right as it stands: accept it', [{ file, range, text: now }]],
  ],
  'function-without-tier': (_, at) =>
    ['basic', 'additional'].flatMap((tier) => insideClause(at, `tier: ${tier}`)),
  'form-unlike-category': ({ fitting }, { file, range }) =>
    fitting.map((form) => [`Write form: ${form}`, [{ file, range, text: form }]]),
  'hidden-character': ({ character }, at) => withoutHidden(at, character),
  'purpose-not-of-function': ({ purpose }, at) => purposeOfFunction(at, purpose),
} satisfies { readonly [C in Code]?: (args: MessageArguments<C>, at: At) => readonly Offer[] };

export function offersOf(
  view: PolicyView,
  { code, args, place }: Diagnostic,
  range: Range,
): readonly Offer[] {
  const offer = Object.hasOwn(offers, code)
    ? (offers[code as keyof typeof offers] as (args: object, at: At) => readonly Offer[])
    : undefined;
  return offer?.(args, { view, file: place.file, range }) ?? [];
}

function addToList(view: PolicyView, name: string, entry: string): readonly Offer[] {
  const file = 'policy.yaml';
  const text = view.snapshot.files.get(file)?.text ?? '';
  const key = view.files.get(file)?.keys.find((one) => one.name === name);
  return key?.value
    ? [[`Add ${entry} to ${name}: in policy.yaml`, [withEntry(file, text, key.value, entry)]]]
    : [];
}

/** Deletes all invisible characters of the line, or a single one that is written as an escape. */
function withoutHidden({ view, file, range }: At, character: string): readonly Offer[] {
  const text = view.snapshot.files.get(file)?.text ?? '';
  const start = text.lastIndexOf('\n', range[0] - 1) + 1;
  const next = text.indexOf('\n', range[0]);
  const found = [...hiddenIn(text.slice(start, next === -1 ? undefined : next))];
  const edits = found.map((one): Edit => ({ file, range: [start + one.start, start + one.end], text: '' }));
  const isThere = found.some((one) => start + one.start === range[0]);
  return [[`Delete ${character}`, isThere ? edits : [{ file, range, text: '' }]]];
}

/** Adds a line after the id of the clause around a position. */
function insideClause({ view, file, range }: At, line: string): readonly Offer[] {
  const text = view.snapshot.files.get(file)?.text ?? '';
  const own = view.ids
    .filter((spot) => spot.file === file && spot.role === 'declares' && spot.of === 'id')
    .filter((spot) => spot.range[0] <= range[1])
    .at(-1);
  if (!own?.declared || own.declared.isFlow) return [];
  const end = text.indexOf('\n', own.range[1]);
  const place = end === -1 ? text.length : end;
  const indent = ' '.repeat(own.declared.indent);
  return [[`Add ${line}`, [{ file, range: [place, place], text: `\n${indent}${line}` }]]];
}

/** Adds a purpose, for which data is collected, to those of the function around it. */
function purposeOfFunction({ view, file, range }: At, purpose: string): readonly Offer[] {
  const text = view.snapshot.files.get(file)?.text ?? '';
  const before = view.files
    .get(file)
    ?.keys.filter(({ name, range: [start] }) => name === 'purposes' && start < range[0]);
  const own = before?.at(-1);
  return own?.value ? [[`Add ${purpose} to purposes:`, [withEntry(file, text, own.value, purpose)]]] : [];
}
