import type { Element } from 'hast';
import { element } from '../render/element.ts';
import type { FoundProblem } from './report.ts';
import { spotFrom } from './spot.ts';

const tones = { error: 'removed', warning: 'changed', info: 'later' } as const;

/** A problem: what is wrong, what to do, its lines; and the reason for a waiver. */
export function problemCard(problem: FoundProblem, from: string): Element {
  const { severity, code, place, reason, fix, frame, related, waived } = problem;
  const tone = tones[waived === undefined ? severity : 'info'];
  const others = related.map((one) => element('li', {}, `${spotFrom(from, one.place)}: ${one.words}`));
  return element(
    'div',
    { className: ['change', waived === undefined ? severity : 'noted'] },
    element('p', {}, element('span', { className: ['badge', tone] }, severity), code),
    element('h3', {}, reason),
    element('p', {}, fix),
    ...(waived === undefined ? [] : [element('p', {}, waived)]),
    ...(frame.length === 0 ? [] : [element('pre', { tabIndex: 0 }, frame.join('\n'))]),
    ...(others.length === 0 ? [] : [element('ul', {}, ...others)]),
    element('p', { className: ['where'] }, spotFrom(from, place)),
  );
}
