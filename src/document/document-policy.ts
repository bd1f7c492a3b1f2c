import { sha256 } from '../base/canonical.ts';
import { startOfFile } from '../base/place.ts';
import { editionIds } from '../model/edition.ts';
import { type Policy, policyFormat, type Row, sortRows } from '../model/policy.ts';
import { normalForm } from '../syntax/normal.ts';
import { alignBlocks } from './align.ts';
import { contentsOf } from './contents.ts';
import { contextsOf, datedBy, guidesOf, leadsOf, type Seat } from './context.ts';
import type { Block, Document } from './document.ts';
import { type Joined, joinParts } from './joined.ts';
import { languageOf } from './language.ts';

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
  const locale = languageOf(`${base.body}\n${head.body}`);
  const [before, after] = [new Side(base, locale), new Side(head, locale)];
  const paired = new Map([...pairs].map(([h, b]) => [b, h]));
  const [partsBefore, partsAfter] = [
    joinParts(base.blocks, head.blocks, paired),
    joinParts(head.blocks, base.blocks, pairs),
  ];
  const [textBefore, textAfter] = [textsOf(base, partsBefore), textsOf(head, partsAfter)];
  const [seatBefore, seatAfter] = [seatsOf(base.blocks, paired), seatsOf(head.blocks, pairs)];
  for (const [index, block] of base.blocks.entries()) {
    if (partsBefore.has(index)) continue;
    const key = before.name(block);
    const partner = paired.get(index);
    const other = partner === undefined ? undefined : head.blocks[partner];
    if (partner === undefined || !other) {
      if (contents.has(index)) before.stand(key, index, block);
      else before.say(key, shown(datedBy({ ...seatBefore, index }), textBefore(index)), block);
      continue;
    }
    if (contents.has(index) && contentsAfter.has(partner)) {
      if (block.normal !== other.normal || moved.has(partner)) {
        before.stand(key, index, block);
        after.stand(key, partner, other);
      }
      continue;
    }
    const [seat, seatOfOther] = [
      { ...seatBefore, index },
      { ...seatAfter, index: partner },
    ];
    const dated = block.normal === other.normal ? [] : [datedBy(seat), datedBy(seatOfOther)];
    const contexts = contextsOf(seat, seatOfOther) ?? dated;
    before.say(key, shown(contexts[0], textBefore(index)), block);
    after.say(key, shown(contexts[1], textAfter(partner)), other);
    if (moved.has(partner) && partner !== index) {
      before.stand(key, index, block);
      after.stand(key, partner, other);
    }
  }
  head.blocks.forEach((block, index) => {
    if (pairs.has(index) || partsAfter.has(index)) return;
    if (contentsAfter.has(index)) after.stand(before.name(block), index, block);
    else after.say(before.name(block), shown(datedBy({ ...seatAfter, index }), block.text), block);
  });
  if (isSame(before, after) && normalForm(base.whole) !== normalForm(head.whole))
    for (const side of [before, after]) side.sayWhole();
  return [before.policy(), after.policy()];
}

const shown = (context = '', own: string): string => (context === '' ? own : `${context}\n\n${own}`);

function seatsOf(blocks: readonly Block[], partnerOf: ReadonlyMap<number, number>): Omit<Seat, 'index'> {
  const leads = leadsOf(blocks);
  return { blocks, leads, guides: guidesOf(blocks, leads), partnerOf };
}

/** Returns the text of a block joined with its parts, in document order. */
function textsOf({ blocks }: Document, parts: Joined): (index: number) => string {
  const whole = new Map<number, number[]>();
  for (const [part, owner] of parts) whole.set(owner, [...(whole.get(owner) ?? [owner]), part]);
  return (index) =>
    (whole.get(index) ?? [index])
      .sort((a, b) => a - b)
      .map((at) => blocks[at]?.text ?? '')
      .join('\n\n');
}

function isSame(before: Side, after: Side): boolean {
  const texts = (side: Side): string =>
    JSON.stringify(
      [side.prose, side.structure].map((rows) => sortRows(rows).map(({ key, values }) => [key, values])),
    );
  return texts(before) === texts(after);
}

class Side {
  readonly prose: Row[] = [];
  readonly structure: Row[] = [];
  readonly #document: Document;
  readonly #locale: string;
  readonly #used = new Map<string, number>();

  constructor(document: Document, locale: string) {
    this.#document = document;
    this.#locale = locale;
    // `{{ page.days }}` shows readers the value of a setting.
    const templates = document.body.match(/\{[{%][^{}]*\}/g)?.join(' ') ?? '';
    const filled = new Set(templates.match(/\w+(?:-\w+)*/g));
    const isFilled = (name: string): boolean => name.split('.').some((part) => filled.has(part));
    for (const [name, { text, place }] of document.settings)
      this.prose.push({
        relation: 'prose',
        key: [owner, isFilled(name) ? 'filled-in' : 'front-matter', name, locale],
        values: { text },
        place,
      });
  }

  /** The coordinate of a block: its headings, its kind and the hash of its text, with a number if that occurs again. */
  name({ kind, normal, path }: Block): readonly string[] {
    const name = [owner, ...path, `${kind}-${sha256(normal).slice(0, 8)}`];
    const count = (this.#used.get(name.join('\t')) ?? 0) + 1;
    this.#used.set(name.join('\t'), count);
    return count === 1 ? name : [...name.slice(0, -1), `${name.at(-1)}-${count}`];
  }

  say(key: readonly string[], text: string, { place }: Pick<Block, 'place'>): void {
    this.prose.push({ relation: 'prose', key: [...key, this.#locale], values: { text }, place });
  }

  stand(key: readonly string[], order: number, { place }: Block): void {
    this.structure.push({ relation: 'contents', key, values: { order: String(order) }, place });
  }

  /** Adds the whole document as one text, for a difference between blocks. */
  sayWhole(): void {
    this.say([owner, 'layout'], this.#document.whole, { place: startOfFile(this.#document.path) });
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
