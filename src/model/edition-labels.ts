import { onDemand, parsed } from '../base/on-demand.ts';
import german from './editions/2026-11/labels/de.json?raw';
import spanish from './editions/2026-11/labels/es.json?raw';
import french from './editions/2026-11/labels/fr.json?raw';
import japanese from './editions/2026-11/labels/ja.json?raw';
import taiwanese from './editions/2026-11/labels/zh-TW.json?raw';
import labels202612 from './editions/2026-12/labels.json?raw';
import type { TermTable } from './policy.ts';

/** The labels of an edition's terms in one language, by id. */
export type Labels = Readonly<Record<TermTable, Readonly<Record<string, string>>>>;

/**
 * Languages that came after the edition. What an edition says never changes: a policy in the languages that it began
 * with compiles to what it did, and has these only when it is published in them.
 */
const later: Readonly<Record<string, () => Labels>> = {
  de: parsed<Labels>(german),
  fr: parsed<Labels>(french),
  es: parsed<Labels>(spanish),
  ja: parsed<Labels>(japanese),
  'zh-TW': parsed<Labels>(taiwanese),
};
const more202612 = parsed<Readonly<Record<string, Labels>>>(labels202612);
const editions: Readonly<Record<string, Readonly<Record<string, () => Labels>>>> = {
  '2026-11': later,
  '2026-12': Object.fromEntries(
    Object.entries(later).map(([tag, labels]) => [tag, onDemand(() => both(labels(), more202612()[tag]))]),
  ),
};

/** The labels of an edition that knows more terms than the one before. */
function both(first: Labels, more: Labels | undefined): Labels {
  return {
    data: { ...first.data, ...more?.data },
    purposes: { ...first.purposes, ...more?.purposes },
    permissions: { ...first.permissions, ...more?.permissions },
  };
}

/** The labels that came later, in a language by its tag; undefined for others. */
export function labelsIn(edition: string, tag: string): Labels | undefined {
  const languages = Object.hasOwn(editions, edition) ? editions[edition] : undefined;
  return languages && Object.hasOwn(languages, tag) ? languages[tag]?.() : undefined;
}

/** The labels of an edition in all the languages that came later. */
export function laterLabels(edition: string): readonly Labels[] {
  return Object.hasOwn(editions, edition)
    ? Object.values(editions[edition] ?? {}).map((labels) => labels())
    : [];
}
