import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameless } from '../../src/diff/names.ts';
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
    head: { label: 'request', title: 'this pull request' },
    verdict: 'none',
    changes: all,
    names: nameless,
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
      expect(text.match(/No change note yet/g) ?? []).toHaveLength(
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

it('the findings that formats for programs hold are those of the closing line, level by level', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      const report = diffReport([compared(all)], '');
      const told = all.filter(({ verdict }) => verdict !== 'editorial');
      const open = told.filter(({ note, inherited }) => note === undefined && inherited === undefined);
      const errors = open.filter(({ verdict }) => verdict === 'material').length;
      const [warnings, notices] = [open.length - errors, told.length - open.length];
      const levels = { error: errors, warning: warnings, note: notices };

      const sarif = JSON.parse(formats.sarif(report)) as {
        runs: { results: { level: keyof typeof levels }[] }[];
      };
      const results = sarif.runs.flatMap((run) => run.results.map(({ level }) => level));
      for (const [level, count] of Object.entries(levels))
        expect(results.filter((one) => one === level)).toHaveLength(count);
      expect(JSON.parse(formats.gitlab(report))).toHaveLength(told.length);

      const junit = formats.junit(report);
      expect(junit.match(/<testcase /g)).toHaveLength(Math.max(1, told.length));
      expect(junit.match(/<failure /g) ?? []).toHaveLength(open.length);
      expect(junit).toContain(`tests="${Math.max(1, told.length)}" failures="${open.length}"`);

      const github = formats.github(report);
      for (const [level, count] of [
        ['error', errors],
        ['warning', warnings],
        ['notice', notices],
      ] as const)
        expect(github.match(new RegExp(`^::${level} `, 'gm')) ?? []).toHaveLength(Math.min(10, count));
      const last = formats.text(report, styleFor(false)).trimEnd().split('\n').at(-1) ?? '';
      expect(github).toContain(`shop: ${last}`);
      const html = (await formats.html(report)).replace(/<[^>]*>/g, '');
      expect(html).toContain(last.replace(/^\w+( \w+)?\. /, ''));
    }),
    { numRuns: 40 },
  );
});
