import { durationInEnglish } from '../base/duration-words.ts';
import type { Obligation } from '../diff/judge.ts';

const owes: Readonly<Record<Obligation['owes'], string>> = {
  notice: 'notice',
  'prominent-notice': 'prominent notice',
  'express-consent': 'express consent beforehand',
  'lead-time': 'lead time',
};

/** Each thing owed once, with the short form of what it rests on; the JSON report has all of it. */
export function owed(obligations: readonly Obligation[]): string {
  const byThing = new Map<string, Set<string>>();
  for (const { owes: thing, detail, rests } of obligations) {
    const name =
      detail === undefined
        ? owes[thing]
        : thing === 'lead-time'
          ? `${durationInEnglish(detail)} ahead`
          : `${owes[thing]} by ${detail}`;
    const short = rests.replace(/^clause [^,]*, /, '').replace(/(\d[^:]*): .*$/, '$1');
    byThing.set(name, (byThing.get(name) ?? new Set()).add(short));
  }
  return [...byThing].map(([name, rests]) => `${name} (${[...rests].join('; ')})`).join(', ');
}
