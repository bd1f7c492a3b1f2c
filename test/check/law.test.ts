import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { findProblems } from '../../src/check/check-snapshot.ts';
import { type HeldAgainstLaw, holdAgainst } from '../../src/check/law/hold.ts';
import { questions } from '../../src/check/law/questions.ts';
import { knowledge } from '../../src/knowledge/table.ts';
import type { Answer } from '../../src/model/answers.ts';
import schema from '../../src/model/editions/profiles.schema.json' with { type: 'json' };
import { isFactRelation, relations } from '../../src/model/relations.ts';
import {
  type Demand,
  editionsWithProfiles,
  loadProfiles,
  type Profile,
  type Requirement,
  type RowTest,
} from '../../src/model/requirements.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { policyFrom, smallHead } from '../policy.ts';

const editions = await Promise.all(
  editionsWithProfiles.map(async (edition) => [edition, await loadProfiles(edition)] as const),
);
const profiles = editions.flatMap(([, all]) => all);
const newest = editions.at(-1)?.[1] ?? [];
const requirements = newest.flatMap((profile) => profile.requirements.map((one) => ({ profile, ...one })));

/** A policy that says next to nothing, and one that does everything and says nothing of it. */
const samples = join(import.meta.dirname, '../samples/law');
const stubs = Object.fromEntries(
  readdirSync(samples).map((name) => {
    const { policy, problems } = findProblems(readFolder(join(samples, name), () => true));
    const reasons = problems
      .filter(({ severity }) => severity === 'error')
      .map((one) => messageOf(one).reason);
    if (!policy) throw new Error(`${name}: ${reasons.join(' ')}`);
    return [name, policy] as const;
  }),
);

function demandsIn(demand: Demand): readonly Demand[] {
  if ('all' in demand) return demand.all.flatMap(demandsIn);
  if ('any' in demand) return demand.any.flatMap(demandsIn);
  return [demand];
}

function demandsOf({ when, demand }: Requirement): readonly Demand[] {
  return [...(when ? demandsIn(when) : []), ...demandsIn(demand)];
}

/** The names in a test that mean nothing for rows of a relation. */
function strangeNames(relation: string, test: RowTest): readonly string[] {
  return Object.entries(test).flatMap(([name, expected]): readonly string[] => {
    if (name === 'not') return strangeNames(relation, expected as RowTest);
    if (name === 'any') return (expected as readonly RowTest[]).flatMap((one) => strangeNames(relation, one));
    if (name === 'consent') return strangeNames('consent', expected as RowTest);
    if (name === 'kept') return strangeNames('retention', expected as RowTest);
    if (name === 'owner') return strangeNames(relation.split('.')[0] ?? '', expected as RowTest);
    if (Object.hasOwn(questions, name)) return [];
    if (name.includes('.') && isFactRelation(name)) return strangeNames(name, expected as RowTest);
    const leads = (expected as { readonly leads?: RowTest }).leads;
    if (leads) return strangeNames('document', leads);
    const known = isFactRelation(relation)
      ? [...relations[relation].key.slice(1), ...Object.keys(knowledge[relation].values)]
      : [];
    return known.some((one) => one === name) ? [] : [`${relation}: ${name}`];
  });
}

describe('the legal profiles of every edition', () => {
  it('are what the schema says', () => {
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    for (const [, all] of editions) {
      validate(all);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('ask in the language of the rows', () => {
    const strange = profiles
      .flatMap((profile) => profile.requirements.flatMap(demandsOf))
      .flatMap((demand): readonly string[] => {
        if ('some' in demand) return strangeNames(demand.some, demand.where ?? {});
        if ('each' in demand)
          return [demand.where ?? {}, ...demand.has].flatMap((test) => strangeNames(demand.each, test));
        return [];
      });
    expect(strange).toEqual([]);
  });

  it('have each id once', () => {
    for (const [, all] of editions) {
      const ids = all.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { requirements: each } of all)
        expect(new Set(each.map(({ id }) => id)).size).toBe(each.length);
    }
  });

  it('never fail a policy for what was only recalled', () => {
    const settings = { 'requirement-unmet': 'error' } as const;
    for (const policy of Object.values(stubs)) {
      const { problems } = holdAgainst(policy, newest, [], settings);
      const recalled = problems.filter(
        ({ code, args }) =>
          code === 'requirement-unmet' && (args as { evidence: string }).evidence === 'recalled',
      );
      expect(recalled.length).toBeGreaterThan(0);
      expect(recalled.map(({ severity }) => severity)).not.toContain('error');
    }
  });
});

describe('every requirement', () => {
  const place = { file: 'policy.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const answersOf = (answer: Answer['answer']): readonly Answer[] =>
    requirements.map(({ profile, id }) => ({
      ...{
        requirement: `${profile.id}/${id}`,
        answer,
        by: 'Counsel',
        on: '2027-01-31',
        place,
        onPlace: place,
      },
    }));
  const held = Object.values(stubs).flatMap((policy): HeldAgainstLaw[] => [
    holdAgainst(policy, newest, []),
    holdAgainst(policy, newest, answersOf('no')),
  ]);

  it('has a policy that fails it, unless policyc keeps it by itself', () => {
    const failed = new Set(
      held.flatMap(({ coverage }) =>
        coverage.flatMap(({ profile, requirements: each }) =>
          each.flatMap(({ id, status }) => (status === 'missing' ? [`${profile}/${id}`] : [])),
        ),
      ),
    );
    const neverFails = requirements
      .filter(({ profile, id }) => !failed.has(`${profile.id}/${id}`))
      .filter((one) => !demandsIn(one.demand).every((demand) => 'kept' in demand));
    expect(neverFails.map(({ profile, id }) => `${profile.id}/${id}`)).toEqual([]);
  });

  it('has a policy that meets it, where facts can', () => {
    const examples = ['marketplace', 'charity', 'devtool', 'childrens-app'].map((name) => {
      const folder = join(import.meta.dirname, '../../policies', name);
      return findProblems(readFolder(folder, isPolicyFolderPath)).policy ?? never();
    });
    const met = new Set<string>();
    for (const policy of [...examples, stubs.states ?? never()])
      for (const { profile, requirements: each } of holdAgainst(policy, newest, answersOf('yes')).coverage)
        for (const { id, status } of each)
          if (['met', 'answered', 'kept'].includes(status)) met.add(`${profile}/${id}`);
    const neverMet = requirements
      .map(({ profile, id }) => `${profile.id}/${id}`)
      .filter((one) => !met.has(one));
    expect(neverMet).toEqual([]);
  });

  it('is met by what the entries of a list say, and not asked of what it does not speak of', () => {
    const asked = (clause: string): readonly string[] => {
      const policy = policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12').replace('cn-pipl', 'cn-gbt35273-2020'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - ${clause}\n`,
        'registers/s.yaml':
          'entries: [{ id: swift, name: Swift, data: [contact.email], purposes: [content.search] }]\n',
      });
      const { coverage } = holdAgainst(policy, newest, []);
      const own = coverage.flatMap(({ profile, requirements: each }) =>
        profile === 'cn-gbt35273-2020' ? each : [],
      );
      return own.filter(({ status }) => status === 'missing').map(({ id }) => id);
    };
    const list = (more: string): string =>
      `{ id: all, kind: recipient, title: All, category: processor, form: entrust, safeguard: Sealed.${more} }`;
    expect(asked(list(', register: registers/s.yaml'))).not.toContain('G-5.5-a4');
    expect(asked(list(', receives: [contact.email]'))).toContain('G-5.5-a4');
    expect(asked('{ id: tell, kind: right, title: Tell, right: complain }')).not.toContain('G-8.7');
    expect(asked('{ id: see, kind: right, title: See, right: access }')).toContain('G-8.7');
  });

  it('asks for the rights that the grounds of a policy give, and for no others', () => {
    const missing = (purposes: string, more = ''): readonly string[] => {
      const policy = policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12').replace('cn-pipl', 'eu-gdpr'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: cameras, kind: function, title: Cameras, collects: [content.video], purposes: [${purposes}]${more} }\n`,
      });
      const ids = ['D-13-1-c', 'D-13-2-b', 'D-20', 'D-21', 'D-13-2-c', 'D-8', 'P-13', 'P-29'];
      return holdAgainst(policy, newest, [])
        .coverage.filter(({ profile }) => profile === 'eu-gdpr' || profile === 'cn-pipl')
        .flatMap(({ requirements: each }) => each)
        .filter(({ id, status }) => ids.includes(id) && ['missing', 'to-answer'].includes(status))
        .map(({ id }) => id)
        .sort();
    };
    const on = (basis: string, purpose = 'trade.order'): string => `{ purpose: ${purpose}, basis: ${basis} }`;
    expect(missing(on('legitimate-interests'))).toEqual(['D-13-2-b', 'D-21']);
    expect(missing(on('legal-obligation'))).toEqual(['D-13-2-b']);
    expect(missing(on('contract', 'marketing.messages'))).toEqual(['D-13-2-b', 'D-20', 'D-21']);
    const sensitive = ', sensitive: { ground: explicit-consent }';
    expect(missing(on('legal-obligation'), sensitive)).toEqual(['D-13-2-b', 'D-13-2-c']);
    expect(missing('trade.order')).toEqual(['D-13-1-c', 'D-13-2-b', 'D-20', 'D-21', 'P-13']);
  });

  it('says since when it holds, and asks nobody how to be treated no worse, or by whom', () => {
    for (const { id, since } of newest)
      expect(since, id).toMatch(
        /^(?:in force|issued|statute as in force|s\. \d+ in force) |^(?:guid|stand|curr|while)/,
      );
    const whole = requirements.filter(({ demand }) =>
      demandsIn(demand).some((one) => 'each' in one && one.each === 'right' && one.where === undefined),
    );
    expect(whole.map(({ id }) => id)).toEqual([]);
  });

  it('tells what it asks only if something is so', () => {
    const cases = requirements.filter(({ when, demand }) => when && 'ask' in when && 'ask' in demand);
    expect(cases.length).toBeGreaterThan(3);
    const held = Object.values(stubs).flatMap((policy) => holdAgainst(policy, newest, []).problems);
    const reasons = held.map((one) => messageOf(one).reason).join('');
    for (const { when, demand } of cases) {
      const both = `${(when as { ask: string }).ask} If so: ${(demand as { ask: string }).ask}`;
      expect(reasons).toContain(both);
    }
  });

  it('asks for safeguards abroad but where a single case or consent allows it', () => {
    const isMet = (more: string): boolean => {
      const policy = policyFrom({
        'policy.yaml': smallHead
          .replace('2026-11', '2026-12')
          .replace('cn-pipl', 'eu-gdpr')
          .replace('Ltd }', 'Ltd, country: IE }'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: host, kind: recipient, title: Host, countries: [US], ${more} }\n`,
      });
      const { coverage } = holdAgainst(policy, newest, []);
      const all = coverage.flatMap(({ profile, requirements: each }) => (profile === 'eu-gdpr' ? each : []));
      return all.find(({ id }) => id === 'D-13-1-f')?.status === 'met';
    };
    expect(['derogation', 'consent', 'adequacy'].map((one) => isMet(`mechanism: ${one}`))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isMet('mechanism: standard-contract')).toBe(false);
    expect(isMet('mechanism: standard-contract, safeguard: Ask us for a copy.')).toBe(true);
  });

  it('is taken over by the law of another place, with its own citation and with less certainty', () => {
    const uk = newest.find(({ id }) => id === 'uk-gdpr-2025')?.requirements ?? [];
    expect(uk.find(({ id }) => id === 'D-13-2-a')).toMatchObject({
      citation: 'UK GDPR art. 13(2)(a), 14(2)(a)',
      evidence: 'secondary',
    });
    expect(uk.some(({ id }) => id === 'D-8')).toBe(false);
  });

  it('asks of data on offences no ground of art. 9, and of fair treatment no way to ask for it', () => {
    const missing = (clause: string): readonly string[] => {
      const policy = policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12').replace('cn-pipl', 'eu-gdpr, us-ca-ccpa'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - ${clause}\n`,
      });
      return holdAgainst(policy, newest, [])
        .coverage.flatMap(({ requirements: each }) => each)
        .filter(({ id, status }) => ['D-9', 'CA-3A'].includes(id) && status === 'missing')
        .map(({ id }) => id);
    };
    const uses = (data: string): string =>
      `{ id: vet, kind: function, title: Vetting, purposes: [trade.order], collects: [${data}] }`;
    expect(missing(uses('legal.offence_record'))).toEqual(['CA-3A']);
    expect(missing(uses('legal.offence_record, health.medical'))).toEqual(['D-9', 'CA-3A']);
    expect(missing('{ id: fair, kind: right, title: Fair, right: no-worse-treatment }')).toEqual([]);
    expect(missing('{ id: see, kind: right, title: See, right: access }')).toEqual(['CA-3A']);
  });

  it('takes consent that is asked for as the ground of what it covers', () => {
    const consent = ', consent: { kind: explicit }';
    const missing = (purposes: string, more = consent): readonly string[] => {
      const policy = policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: faces, kind: function, tier: basic, title: Faces, collects: [biometric.face], purposes: [${purposes}]${more} }\n`,
      });
      return holdAgainst(policy, newest, [])
        .coverage.flatMap(({ profile, requirements: each }) => (profile === 'cn-pipl' ? each : []))
        .filter(({ id, status }) => ['P-13', 'P-29'].includes(id) && status === 'missing')
        .map(({ id }) => id);
    };
    expect(missing('trade.order', '')).toEqual(['P-13']);
    expect(missing('trade.order')).toEqual(['P-29']);
    expect(missing('trade.order', ', consent: { kind: explicit, separate: true }')).toEqual([]);
    expect(missing('{ purpose: trade.order, basis: consent }, content.search')).toEqual(['P-13', 'P-29']);
  });

  it('is told with the profile, its edition and date, and how sure we are', () => {
    for (const { problems } of held)
      for (const problem of problems.filter(({ code }) => code.startsWith('requirement-'))) {
        const { reason } = messageOf(problem);
        const { profile, requirement, asks, citation, edition, since, evidence } = problem.args as Record<
          string,
          string
        >;
        // The law comes after what is missing, and nothing of it is cut off.
        const [dated] = String(since).split(';');
        const law = `${profile} ${requirement} asks: ${asks}. (${citation}; edition ${edition}, ${dated}; ${evidence})`;
        expect(reason.endsWith(law), reason).toBe(true);
        expect(reason.indexOf(law)).toBeGreaterThan(0);
      }
  });

  it('that is said not to be asked is told, and stops nothing', () => {
    const { problems, coverage } = holdAgainst(stubs.poor ?? never(), newest, answersOf('not-applicable'));
    expect(problems.filter(({ code, waived }) => code === 'requirement-unmet' && !waived)).toEqual([]);
    expect(problems.length).toBeGreaterThan(50);
    const statuses = new Set(coverage.flatMap((one) => one.requirements.map(({ status }) => status)));
    expect([...statuses]).toEqual(['not-asked']);
  });
});

describe('the worked example', () => {
  const folder = join(import.meta.dirname, '../../policies/marketplace');
  const { policy = never() } = findProblems(readFolder(folder, isPolicyFolderPath));

  it('meets what the profiles that it names demand', () => {
    const declared = newest.filter(({ id }) =>
      policy.facts.some(({ relation, key }) => relation === 'policy.profile' && key[1] === id),
    );
    expect(declared.map(({ id }) => id)).toEqual(['cn-gbt35273-2020', 'cn-pipl', 'eu-gdpr']);
    const { problems } = holdAgainst(policy, declared, []);
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

it('what is said of a profile is counted, so that none is lost', () => {
  const count = (all: readonly Profile[]): number =>
    all.reduce((sum, { requirements: each }) => sum + each.length, 0);
  expect(editions.map(([edition, all]) => [edition, all.length, count(all)])).toEqual([['2026-12', 29, 308]]);
});

function never(): never {
  throw new Error('the policy does not compile');
}
