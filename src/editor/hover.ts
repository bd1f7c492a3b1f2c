import { ruleMessages } from '../base/messages-rules.ts';
import { ancestry } from '../model/edition.ts';
import type { Term } from '../model/policy.ts';
import { countries } from '../words/countries.ts';
import { archiveSaid, releaseTitle } from './archive-said.ts';
import { type Range, type Spot, touches } from './spots.ts';
import { declarationOf, type PolicyView, spotAt } from './view.ts';

/** A text in Markdown, and the range that it is about. */
export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** What is known of the id or field name at a position. */
export function hoverAt(view: PolicyView, path: string, offset: number): Hover | undefined {
  const spot = spotAt(view, path, offset);
  const markdown = spot && aboutId(view, spot);
  if (spot && markdown) return { range: spot.range, markdown };
  const key = view.files.get(path)?.keys.find(({ range }) => touches(range, offset));
  if (!key) return undefined;
  return {
    range: key.range,
    markdown: paragraphs([`**${key.name}**: ${key.about}`, archiveSaid(view, path, key)]),
  };
}

/** Without pictures: an editor would fetch them from wherever a policy says. */
function paragraphs(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined && part !== '').join('\n\n');
  return said.replaceAll('![', '! [');
}

function aboutId(view: PolicyView, spot: Spot): string | undefined {
  const { of, id } = spot;
  const { edition } = view;
  if (of === 'data') return termText(view, id, edition.data.get(id), sensitivityOf(view, id));
  if (of === 'purpose') return termText(view, id, edition.purposes.get(id));
  if (of === 'permission') return termText(view, id, edition.permissions.get(id));
  if (of === 'country')
    return Object.hasOwn(countries, id) ? `**${id}** ${countries[id]?.join(' · ')}` : undefined;
  if (of === 'rule') return ruleText(id);
  return of === 'id' ? clauseText(view, spot) : undefined;
}

/** A term's names in the languages of the policy, and the term above it. */
function termText(view: PolicyView, id: string, term: Term | undefined, more?: string): string | undefined {
  if (!term) return undefined;
  const { edition, released } = view;
  const terms =
    [edition.data, edition.purposes, edition.permissions].find((table) => table.has(id)) ?? edition.data;
  const above = ancestry(terms, id).slice(1);
  const title = releaseTitle(view);
  const used =
    released && Object.values(released.policy.vocabulary).some((table) => Object.hasOwn(table, id));
  return paragraphs([
    `**${id}** ${[...new Set(Object.values(term.label))].join(' · ')}`,
    above.length === 0 ? undefined : `A kind of ${above.join(' › ')}.`,
    more,
    title && (used ? `${title} speaks of it, too.` : `${title} does not speak of it.`),
  ]);
}

function sensitivityOf({ edition, ids }: PolicyView, id: string): string | undefined {
  const named = new Set(ids.flatMap((spot) => (spot.of === 'profile' ? [spot.id] : [])));
  const levels = Object.entries(edition.data.get(id)?.sensitive ?? {}).filter(([profile]) =>
    named.has(profile),
  );
  return levels.length === 0
    ? undefined
    : `Sensitive? ${levels.map(([profile, level]) => `${profile}: ${level}`).join(', ')}.`;
}

function ruleText(rule: string): string | undefined {
  const entry = Object.hasOwn(ruleMessages, rule)
    ? ruleMessages[rule as keyof typeof ruleMessages]
    : undefined;
  return (
    entry &&
    `**${rule}**: ${entry.severity}, unless a workspace sets it otherwise. \`policyc explain ${rule}\` says more.`
  );
}

function clauseText(view: PolicyView, spot: Spot): string | undefined {
  const declared = declarationOf(view, spot);
  if (!declared) return undefined;
  const { kind = 'clause', title = '', file } = declared;
  return paragraphs([`**${spot.id}** (${kind}) ${title}`, `In \`${file}\`.`, saidOfClause(view, declared)]);
}

function saidOfClause(view: PolicyView, { id, declared }: Spot): string | undefined {
  const title = releaseTitle(view);
  const { released } = view;
  if (!title || !released) return undefined;
  const names = [id, ...(declared?.formerly?.ids ?? [])];
  const { structure, facts, prose, prevailing } = released.policy;
  const then = names.find((name) =>
    [...structure, ...facts].some(({ key }) => key.length === 1 && key[0] === name),
  );
  if (then === undefined) return `${title} does not have it.`;
  const called = prose.find(({ key }) => key[0] === then && key[1] === 'title' && key[2] === prevailing)
    ?.values.text;
  return `In ${title}${then === id ? '' : ` it was ${then}`}${called === undefined ? ' as well.' : `: “${String(called)}”.`}`;
}
