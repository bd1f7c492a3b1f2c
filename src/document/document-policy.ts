import { sha256 } from '../base/canonical.ts';
import { type Place, startOfFile } from '../base/place.ts';
import { leadsOn, pointsAtBefore } from '../language/pointing.ts';
import { editionIds } from '../model/edition.ts';
import { type Policy, policyFormat, type Row, sortRows } from '../model/policy.ts';
import { normalForm } from '../syntax/normal.ts';
import { alignBlocks } from './align.ts';
import { contentsOf } from './contents.ts';
import { contextsOf, datedBy, type Seat } from './context.ts';
import type { Block, Document } from './document.ts';
import { asCommonMark } from './dress.ts';
import { type Joined, joinParts } from './joined.ts';
import { languageOf } from './language.ts';
import { guidesOf, leadsOf } from './leads.ts';

/** The owner of all rows of a document. */
const owner = 'document';

/**
 * Turns two documents into policies without facts: every block is a text, and partners share a coordinate. If the
 * context of a text changed (its heading, or the line that leads in its list), the context is shown with it, since the
 * text may mean something else there. A block that only moved becomes a row of structure.
 */
export function documentsAsPolicies(base: Document, head: Document): readonly [Policy, Policy] {
  const [contents, contentsAfter] = [contentsOf(base.blocks), contentsOf(head.blocks)];
  const listed = new Set([
    ...[...contents].map((index) => base.blocks[index]),
    ...[...contentsAfter].map((index) => head.blocks[index]),
  ]);
  const { pairs, moved } = alignBlocks(base.blocks, head.blocks, (block) => listed.has(block));
  const paired = new Map([...pairs].map(([h, b]) => [b, h]));
  const locale = languageOf(`${base.body}\n${head.body}`);
  const before = new Side(base, locale, contents, paired, joinParts(base.blocks, head.blocks, paired));
  const after = new Side(head, locale, contentsAfter, pairs, joinParts(head.blocks, base.blocks, pairs));
  for (const [index, block] of base.blocks.entries()) {
    if (before.parts.has(index)) continue;
    const partner = paired.get(index);
    const key = before.name(block, aroundBoth(index, partner));
    if (partner === undefined) before.addAlone(key, index);
    else addPair(key, index, partner);
  }
  for (const [index, block] of head.blocks.entries())
    if (!pairs.has(index) && !after.parts.has(index))
      after.addAlone(before.name(block, after.around.get(index)), index);
  if (isSame(before, after) && normalForm(base.whole) !== normalForm(head.whole))
    for (const side of [before, after]) side.sayWhole();
  return [before.policy(), after.policy()];

  function aroundBoth(index: number, partner: number | undefined): Around | undefined {
    const around = before.around.get(index);
    return partner === undefined || after.around.get(partner) === around ? around : undefined;
  }

  function addPair(key: readonly string[], index: number, partner: number): void {
    const isSameText = base.blocks[index]?.normal === head.blocks[partner]?.normal;
    const isInContents = contents.has(index) && contentsAfter.has(partner);
    if (!isInContents) {
      const [seat, other] = [before.seat(index), after.seat(partner)];
      const dated = isSameText ? [] : [datedBy(seat), datedBy(other)];
      const contexts = contextsUnless(aroundBoth(index, partner), seat, other) ?? dated;
      before.say(key, index, contexts[0]);
      after.say(key, partner, contexts[1]);
    }
    const isMoved = moved.has(partner) && (isInContents || partner !== index);
    if (isMoved || (isInContents && !isSameText)) {
      before.stand(key, index);
      after.stand(key, partner);
    }
  }
}

/** What is around a document means the same wherever it stands. */
function contextsUnless(
  around: Around | undefined,
  before: Seat,
  after: Seat,
): ReturnType<typeof contextsOf> {
  return around ? undefined : contextsOf(before, after);
}

function isSame(before: Side, after: Side): boolean {
  const texts = (side: Side): string =>
    JSON.stringify(
      [side.prose, side.structure].map((rows) => sortRows(rows).map(({ key, values }) => [key, values])),
    );
  return texts(before) === texts(after);
}

/**
 * What is around a document, but for lists right below a heading in it, and those that a line leads in: `We share with:`. Links
 * above the first word of the text lead around, too.
 */
function aroundIn(
  blocks: readonly Block[],
  leads: readonly (number | undefined)[],
): ReadonlyMap<number, Around> {
  const found = new Map<number, Around>();
  const announces = (at: number | undefined): boolean => leadsOn(blocks[at ?? -1]?.text ?? '');
  const first = firstOfText(blocks);
  let isLed = false;
  for (const [index, { kind, around, parent }] of blocks.entries()) {
    if (index < first && !around) found.set(index, 'edge');
    else if (!around) isLed = kind === 'heading' || announces(index);
    else if (!isLed && ![leads[index], parent].some((at) => blocks[at ?? -1]?.around && announces(at)))
      found.set(index, around);
  }
  return found;
}

type Around = Exclude<Block['around'], undefined>;

/** Where the text begins, unless it speaks of the links above it. */
function firstOfText(blocks: readonly Block[]): number {
  const first = blocks.findIndex((block) => !block.around && !leadsWithin(block));
  return pointsAtBefore(blocks[first]?.text ?? '') ? -1 : first;
}

/** Whether a paragraph has nothing but links within the site, pictures and our notes; an item may be one of a list of companies. */
const leadsWithin = ({ kind, text }: Block): boolean =>
  kind === 'paragraph' &&
  !/[\p{L}\p{N}]/u.test(text.replace(notes, ' ').replace(pictures, ' ').replace(linksWithin, ' '));

const notes = /\((?:hidden|folded) (?:from|to) here\)/g;
const pictures = /!\[[^[\]]*\]\([^()]*\)/g;
const linksWithin = /\[(?:[^[\]\\]|\\.)*\]\((?![a-z][a-z\d+.-]*:|\/\/)[^()]*\)/gi;

/** A document on its way to a policy. */
class Side {
  readonly prose: Row[] = [];
  readonly structure: Row[] = [];
  readonly parts: Joined;
  readonly around: ReadonlyMap<number, Around>;
  readonly #document: Document;
  readonly #locale: string;
  readonly #contents: ReadonlySet<number>;
  readonly #seat: Omit<Seat, 'index'>;
  /** For each block with parts, these and itself. */
  readonly #whole = new Map<number, readonly number[]>();
  readonly #used = new Map<string, number>();

  constructor(
    document: Document,
    locale: string,
    contents: ReadonlySet<number>,
    partnerOf: ReadonlyMap<number, number>,
    parts: Joined,
  ) {
    const { blocks, settings, body } = document;
    const leads = leadsOf(blocks);
    this.#document = document;
    this.#locale = locale;
    this.#contents = contents;
    this.#seat = { blocks, leads, guides: guidesOf(blocks, leads), partnerOf };
    this.parts = parts;
    this.around = aroundIn(blocks, leads);
    for (const [part, whole] of parts) this.#whole.set(whole, [...(this.#whole.get(whole) ?? [whole]), part]);
    // `{{ page.days }}` shows readers the value of a setting.
    const templates = body.match(/\{[{%][^{}]*\}/g)?.join(' ') ?? '';
    const filled = new Set(templates.match(/\w+(?:-\w+)*/g));
    const isFilled = (name: string): boolean => name.split('.').some((part) => filled.has(part));
    for (const [name, { text, place }] of settings)
      this.#add([owner, isFilled(name) ? 'filled-in' : 'front-matter', name], text, place);
  }

  seat(index: number): Seat {
    return { ...this.#seat, index };
  }

  /**
   * The coordinate of a block: its headings, its kind and the hash of its text, with a number if that occurs again. What is
   * around the document is a kind of its own.
   */
  name({ kind, normal, path }: Block, around: Around | undefined): readonly string[] {
    // A heading called `Front matter` must not make settings of what stands below it.
    const way = path.map((slug) => (slug === 'front-matter' ? `${slug}-` : slug));
    const name = [owner, ...way, `${around ?? kind}-${sha256(normal).slice(0, 8)}`];
    const count = (this.#used.get(name.join('\t')) ?? 0) + 1;
    this.#used.set(name.join('\t'), count);
    return count === 1 ? name : [...name.slice(0, -1), `${name.at(-1)}-${count}`];
  }

  /** Adds a block that has no partner. */
  addAlone(key: readonly string[], index: number): void {
    if (this.#contents.has(index)) this.stand(key, index);
    else this.say(key, index, datedBy(this.seat(index)));
  }

  /** Adds the text of a block with its parts, in document order, below its context. */
  say(key: readonly string[], index: number, context = ''): void {
    const { blocks } = this.#document;
    const whole = [...(this.#whole.get(index) ?? [index])].sort((a, b) => a - b);
    const texts = whole.map((at) => blocks[at]?.text ?? '');
    this.#add(key, (context === '' ? texts : [context, ...texts]).join('\n\n'), this.#placeOf(index));
  }

  /** Adds where a block stands. */
  stand(key: readonly string[], index: number): void {
    const values = { order: String(index) };
    this.structure.push({ relation: 'contents', key, values, place: this.#placeOf(index) });
  }

  /** Adds the whole document as one text, for a difference between blocks. */
  sayWhole(): void {
    this.#add([owner, 'layout'], asCommonMark(this.#document.whole), startOfFile(this.#document.path));
  }

  #add(key: readonly string[], text: string, place: Place): void {
    this.prose.push({ relation: 'prose', key: [...key, this.#locale], values: { text }, place });
  }

  #placeOf(index: number): Place {
    return this.#document.blocks[index]?.place ?? startOfFile(this.#document.path);
  }

  policy(): Policy {
    return {
      format: policyFormat,
      id: owner,
      edition: editionIds.at(-1) ?? '',
      prevailing: this.#locale,
      locales: [this.#locale],
      utcOffset: '+00:00',
      facts: [],
      prose: sortRows(this.prose),
      structure: sortRows(this.structure),
      vocabulary: { data: {}, purposes: {}, permissions: {} },
      retired: [],
    };
  }
}
