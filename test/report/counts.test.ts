import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GatedChange } from '../../src/gate/cover.ts';
import type { ComparedPolicy } from '../../src/report/compared-policy.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { formats } from '../../src/report/formats.ts';
import { styleFor } from '../../src/report/style.ts';
import { change } from '../gate/made.ts';

const changes = fc
  .array(
    fc.record({
      verdict: fc.constantFrom('material' as const, 'review' as const, 'editorial' as const),
      noted: fc.boolean(),
      inherited: fc.constantFrom(undefined, 'undecided' as const, 'decided' as const),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ verdict, noted, inherited }, at): GatedChange => {
      const isNoted = inherited === undefined ? noted : inherited === 'decided';
      return {
        ...change({ verdict, key: [`clause-${at}`, 'x'], fingerprint: `v1:${String(at).padStart(32, '0')}` }),
        decided: verdict,
        ...(isNoted && verdict !== 'editorial' ? { note: { path: 'changes/a.md', decision: 'notify' } } : {}),
        ...(inherited === undefined ? {} : { inherited }),
      };
    }),
  );

function compared(all: readonly GatedChange[]): ComparedPolicy {
  return {
    policy: 'shop',
    path: '.',
    base: { label: '#1', title: '#1' },
    head: { label: 'request', title: 'this request' },
    verdict: 'none',
    changes: all,
    renamed: {},
    regrouped: [],
    hints: [],
    compared: { facts: 1, texts: 1 },
    locales: ['en'],
    statesFacts: () => false,
    problems: [],
    fileIn: (file) => file,
    textOf: () => undefined,
  };
}

it('the numbers that are printed are those of the findings, in every format', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const report = diffReport([compared(all)], '');
      const own = all.filter(({ inherited }) => inherited === undefined);
      const count = (verdict: string, noted: boolean): number =>
        own.filter((one) => one.verdict === verdict && (one.note !== undefined) === noted).length;
      const told = (verdict: string): string =>
        count(verdict, true) + count(verdict, false) === 0
          ? ''
          : ` (${count(verdict, true)} noted, ${count(verdict, false)} not)`;
      const material = count('material', true) + count('material', false);
      const review = count('review', true) + count('review', false);
      const text = formats.text(report, styleFor(false));
      const last = text.trimEnd().split('\n').at(-1) ?? '';
      if (own.length === 0) expect(last).toMatch(/^No change\./);
      if (material > 0) expect(last).toContain(`${material} material change`);
      if (material > 0) expect(last).toContain(told('material'));
      if (review > 0) expect(last).toContain(`${review} to review${told('review')}`);
      expect(formats.markdown(report)).toContain(last.replace(/^\w+( \w+)?\./, '**$&**'));
      expect(text.match(/Not noted yet/g) ?? []).toHaveLength(
        count('material', false) + count('review', false),
      );
      const json = JSON.parse(formats.json(report)) as { policies: { counts: Record<string, number> }[] };
      expect(json.policies[0]?.counts).toMatchObject({
        material,
        review,
        materialNoted: count('material', true),
        reviewNoted: count('review', true),
        uncovered: count('material', false) + count('review', false),
        backlog: all.filter((one) => one.inherited === 'undecided' && one.verdict !== 'editorial').length,
      });
    }),
  );
});
