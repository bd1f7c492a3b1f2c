import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/report/findings.ts';
import { formats } from '../../src/report/formats.ts';
import type { Report } from '../../src/report/report.ts';
import { changed, checked } from './reported.ts';

/** Words, and names of files, that try to be something else. */
const hostile = fc.oneof(
  fc.constantFrom(
    '[a](1)',
    '\\[b]',
    '"/><x>',
    ']]>',
    '&lt;',
    '{0}',
    'a b%2F',
    '\uD800',
    '\uFFFE',
    '\u0000',
    ':c',
  ),
  fc.string({ unit: 'grapheme' }),
);
const reports = fc
  .tuple(fc.array(hostile, { minLength: 1, maxLength: 5 }), hostile)
  .map(([ids, file]) => checked(ids, `chapters/${file.replaceAll('/', '')}.yaml`));

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: { readonly startLine: number };
  };
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly {
    readonly toolExecutionNotifications?: readonly { message: { text: string } }[];
  }[];
  readonly results: readonly {
    readonly level: string;
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly message: { readonly text: string };
    readonly locations: readonly Location[];
    readonly relatedLocations: readonly Location[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly suppressions: readonly { readonly justification: string }[];
  }[];
}

describe('SARIF', () => {
  const schema = join(
    import.meta.dirname,
    '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  // Of JSON Schema's draft 4, which says nothing here that draft 7 reads otherwise.
  const {
    $schema: _,
    id: __,
    ...rules
  } = JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(rules);
  const runOf = (report: Report): Run => {
    const log = JSON.parse(formats.sarif(report)) as { runs: [Run] };
    expect(validate(log) || validate.errors).toBe(true);
    return log.runs[0];
  };

  it('is valid whatever is reported, with addresses that stay inside the repository, and no links', () => {
    fc.assert(
      fc.property(reports, (report) => {
        for (const { locations, message } of runOf(report).results) {
          const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? '';
          const found = new URL(uri, 'file:///repository/');
          expect([found.search, found.hash]).toEqual(['', '']);
          expect(found.pathname).toMatch(/^\/repository\/site\/chapters\/[^/]*\.yaml$/);
          expect(message.text.replace(/\\[\\[\]]/g, '')).not.toMatch(/[[\]\\]/);
        }
      }),
    );
  });

  it('names the rule of each result, by its id and by its place among the rules', () => {
    const report = changed(6);
    const { results, tool } = runOf(report);
    const codes = findingsOf(report).map(({ code }) => code);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(codes);
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(codes);
  });

  it('suppresses what is decided, names both sides, and gives no line to what is gone', () => {
    const { results } = runOf(changed(6));
    const noted = results.filter(({ level }) => level === 'note');
    expect(noted.length).toBeGreaterThan(1);
    for (const { suppressions } of noted) expect(suppressions[0]?.justification).toMatch(/^Noted: changes\//);
    expect(results.filter(({ level }) => level !== 'note').flatMap((one) => one.suppressions)).toEqual([]);
    const sides = results.map(({ relatedLocations }) => relatedLocations.length);
    expect([...new Set(sides)].sort()).toEqual([1, 2]);
    for (const { locations, relatedLocations } of results) {
      const [first] = locations;
      expect(first?.physicalLocation.artifactLocation.uri).toBe('site/chapters/%C3%A9%20%5B1%5D.yaml');
      if (relatedLocations.length === 1) expect(first?.physicalLocation.region).toBeUndefined();
      else expect(first?.physicalLocation).toEqual(relatedLocations[1]?.physicalLocation);
    }
  });

  it('holds the 5,000 worst, and says how many are not there', () => {
    const run = runOf(checked(Array.from({ length: 5003 }, (_, at) => `id-${at}`)));
    expect(run.results).toHaveLength(5000);
    const words = run.invocations[0]?.toolExecutionNotifications?.[0]?.message.text;
    expect(words).toMatch(/^3 more not in here/);
    expect(runOf(checked(['a'])).invocations[0]).not.toHaveProperty('toolExecutionNotifications');
  });
});

describe('a code quality report', () => {
  interface Issue {
    readonly description: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issuesOf = (report: Report): Issue[] => JSON.parse(formats.gitlab(report)) as Issue[];

  it('has a fingerprint of each finding, which stays when lines move', () => {
    const ids = ['a', 'a', 'b'];
    const [before, after] = [issuesOf(checked(ids)), issuesOf(checked(ids, 'chapters/a.yaml', 80))];
    const prints = before.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(prints);
    expect(after[0]?.location).toMatchObject({ path: 'site/chapters/a.yaml', lines: { begin: 80 } });
  });

  it('tells all findings, worst first, in the words that GitLab knows', () => {
    const severities = issuesOf(changed(9)).map(({ severity }) => severity);
    expect(severities).toHaveLength(findingsOf(changed(9)).length);
    expect([...new Set(severities)]).toEqual(['major', 'info']);
    expect(issuesOf(checked(['a']))[0]?.severity).toBe('critical');
    expect(issuesOf(checked([]))).toEqual([]);
  });
});

describe('JUnit', () => {
  const elements = (parent: { readonly children: readonly unknown[] }): XmlElement[] =>
    parent.children.filter((child) => child instanceof XmlElement);
  const suitesOf = (report: Report): XmlElement => {
    const { root } = parseXml(formats.junit(report));
    if (!root) throw new Error('no root element');
    return root;
  };

  it('is XML whatever is reported, with a case of its own for each finding', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const [suite] = elements(suitesOf(report));
        const cases = suite ? elements(suite) : [];
        expect(cases.length).toBe(report.policies[0]?.problems.length);
        expect(new Set(cases.map(({ attributes }) => attributes.name)).size).toBe(cases.length);
        for (const one of cases) expect(elements(one).map(({ name }) => name)).toEqual(['failure']);
      }),
    );
  });

  it('fails what is not decided, passes what is, and counts both', () => {
    const root = suitesOf(changed(9));
    const cases = elements(root).flatMap(elements);
    const failed = cases.filter((one) => elements(one).some(({ name }) => name === 'failure'));
    const open = findingsOf(changed(9)).filter(({ decided }) => decided === undefined);
    expect(failed).toHaveLength(open.length);
    expect(open.length).toBeLessThan(cases.length);
    expect(root.attributes).toMatchObject({ tests: `${cases.length}`, failures: `${open.length}` });
  });

  it('groups cases by policy and code, which dashboards fold and mute by', () => {
    const cases = elements(suitesOf(changed(9))).flatMap(elements);
    const classes = findingsOf(changed(9)).map(({ policy, code }) => `${policy}.${code}`);
    expect(cases.map(({ attributes }) => attributes.classname).sort()).toEqual(classes.sort());
  });

  it('says in each case where it is, as an attribute and in words', () => {
    const report = changed(9);
    const cases = elements(suitesOf(report)).flatMap(elements);
    const places = findingsOf(report).map(({ file, range }) => [file, range && `${range.line}`]);
    expect(cases.map(({ attributes: { file, line } }) => [file, line])).toEqual(places);
    for (const [at, [file = '', line]] of places.entries())
      expect(cases[at]?.text.trim().startsWith(line === undefined ? file : `${file}:${line}`)).toBe(true);
  });

  it('has a case that passes when there is nothing to tell', () => {
    const root = suitesOf(checked([]));
    expect(root.attributes).toMatchObject({ tests: '1', failures: '0' });
    expect(elements(root).flatMap(elements)).toHaveLength(1);
  });
});
