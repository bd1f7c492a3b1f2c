import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Fields } from '../../src/model/fields.ts';
import { words } from '../../src/model/forms.ts';
import { clauseKinds, kinds, partyFields, policyFields } from '../../src/model/kinds.ts';
import { textMark } from '../../src/model/locale.ts';
import type { Policy, Row } from '../../src/model/policy.ts';
import { schemasOfKinds } from '../../src/model/schemas.ts';
import { policyFrom } from '../policy.ts';
import { operators, referred } from '../properties/operators.ts';
import { head, policyOf, quoted } from '../properties/policies.ts';

/**
 * No field can change unseen. Every property of the schemas of what users write is a fact or a text that reaches a
 * row, or declared below with the reason why not; and every field of the model is changed in turn, to see its rows
 * change. Three of the schemas are made from the tables of the model.
 */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
}

const schemaOf = (name: string): Node =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Node;

describe('the schemas of what the tables of kinds define', () => {
  it.each(Object.entries(schemasOfKinds()))(
    '%s is up to date, or `npm run update` makes it so',
    (name, made) => {
      expect(JSON.stringify(schemaOf(name))).toBe(JSON.stringify(made));
    },
  );
});

/** Fields that are no row of the fact or prose tables, and why that is right. */
const declared: Readonly<Record<string, string>> = {
  'clause.waive': 'what a rule finds and somebody let be: told at the gate, and never to readers',
  'policy.waive': 'the same, of what no clause says',
  'policy.answers': 'what somebody said about a legal requirement: for reports, and never to readers',
  'clause.avoid': 'words that check looks for; no part of what readers are told',
  'clause.id': 'the key of all its rows',
  'clause.kind': 'the relation of its row',
  'clause.formerly': 'lineage: rows of the structure table',
  'clause.emphasis': 'presentation: a value of its row in the structure table',
  'party.id': 'the key of its rows',
  'party.formerly': 'lineage',
  'policy.format': 'what reads the file',
  'policy.id': 'the policy’s name in addresses',
  'policy.chapters': 'order: the row `contents` of the structure table',
  'policy.retired': 'ids that may not come back; kept in policy.json',
  'policy.parties': 'each is an entity with the fields of a party',
  'chapter.chapter': 'its id: rows of the structure table',
  'chapter.formerly': 'lineage',
  'chapter.clauses': 'each is an entity with the fields of its kind',
  'register.formerly': 'lineage',
  'register.entries': 'each is a member of the clause that names the register',
  'taxonomy.format': 'what reads the file',
  'taxonomy.id': 'an own word reaches rows where a clause uses it',
  'taxonomy.label': 'frozen in the vocabulary of policy.json',
  'taxonomy.parent': 'frozen in the vocabulary, where comparisons read it',
  'taxonomy.sensitive': 'rows of the relation sensitivity',
  'locale.locale': 'the last part of the key of its prose rows',
  'locale.of': 'which text was translated; a stale one is diagnosed',
};

describe('free words that readers see', () => {
  it('can be translated, each of them', () => {
    const untranslated = (fields: Fields, owner: string): string[] =>
      Object.entries(fields).flatMap(([name, field]): string[] => {
        if (field.is === 'value') return field.form === words && !field.words ? [`${owner}.${name}`] : [];
        if (field.is === 'each') return untranslated(field.fields ?? {}, field.relation);
        return 'fields' in field ? untranslated(field.fields, `${owner}.${name}`) : [];
      });
    const all = { ...kinds, party: partyFields, policy: policyFields };
    expect(Object.entries(all).flatMap(([owner, fields]) => untranslated(fields, owner))).toEqual([]);
  });
});

const used = new Set<string>();

/** The fields of order, identity and presentation, all the way down, but for the id that a list goes by. */
function structuresIn(fields: Fields, owner: string, key?: string): string[] {
  return Object.entries(fields).flatMap(([name, field]): string[] => {
    switch (field.is) {
      case 'structure':
        return name === key ? [] : [`${owner}.${name}`];
      case 'group':
        return structuresIn(field.fields, owner);
      case 'entity':
        return structuresIn(field.fields, field.relation, field.by);
      case 'each':
        return structuresIn(field.fields ?? {}, owner, field.by);
      case 'register':
        return structuresIn(field.list.fields ?? {}, 'register', field.list.by);
      default:
        return [];
    }
  });
}

/** Those of the names that no reason is given for. */
function undeclared(list: readonly string[]): string[] {
  for (const name of list) if (name in declared) used.add(name);
  return list.filter((name) => !(name in declared));
}

describe('every property of the schemas', () => {
  it.each(clauseKinds)('of a %s reaches a row or is declared', (kind) => {
    expect(undeclared(structuresIn(kinds[kind], 'clause'))).toEqual([]);
  });

  it('of policy.yaml and its parties reaches a row or is declared', () => {
    expect(undeclared(structuresIn(policyFields, 'policy'))).toEqual([]);
    expect(undeclared(structuresIn(partyFields, 'party'))).toEqual([]);
  });

  it('of chapters, registers, taxonomies and translations is a text or is declared', () => {
    const names = (name: string, node: Node | undefined): string[] =>
      Object.keys(node?.properties ?? {}).map((property) => `${name}.${property}`);
    expect(undeclared(names('chapter', schemaOf('chapter'))).sort()).toEqual([
      'chapter.summary',
      'chapter.text',
      'chapter.title',
    ]);
    expect(undeclared(names('register', schemaOf('register')))).toEqual([]);
    const taxonomy = schemaOf('taxonomy');
    const lists = ['data', 'purposes', 'permissions'].map((list) => taxonomy.properties?.[list]?.items);
    expect(undeclared(names('taxonomy', taxonomy))).toEqual(
      ['data', 'purposes', 'permissions'].map((list) => `taxonomy.${list}`),
    );
    expect(undeclared(lists.flatMap((items) => names('taxonomy', items)))).toEqual([]);
    const locale = schemaOf('locale');
    const owners = locale.properties?.texts?.additionalProperties as Node;
    expect(undeclared(names('locale', locale))).toEqual(['locale.texts']);
    expect(undeclared(names('locale', owners.additionalProperties as Node))).toEqual(['locale.text']);
  });

  it('has a reason only while it is there', () => {
    expect([...used].sort()).toEqual(Object.keys(declared).sort());
  });
});

/** A coordinate without the ids in it: what kind of row or value it is. */
function sorts(row: Row, kindOf: ReadonlyMap<string, string>): string[] {
  if (row.relation === 'prose') {
    const [owner = '', first = '', ...rest] = row.key.slice(0, -1);
    const last = rest.at(-1);
    return [`prose ${kindOf.get(owner) ?? owner} ${first}${last === undefined ? '' : ` ${last}`}`];
  }
  return [row.relation, ...Object.keys(row.values).map((name) => `${row.relation}/${name}`)];
}

const text = (row: Row | undefined): string => JSON.stringify([row?.values]);

/** The sorts of rows and values in which two policies differ. */
function differences(a: Policy, b: Policy): Set<string> {
  const kindOf = new Map([...a.structure, ...b.structure].flatMap((row) => kindOfClause(row)));
  const index = (policy: Policy): Map<string, Row> =>
    new Map([...policy.facts, ...policy.prose].map((row) => [[row.relation, ...row.key].join(' '), row]));
  const [before, after] = [index(a), index(b)];
  const seen = new Set<string>();
  for (const at of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(at), after.get(at)];
    if (text(one) === text(other)) continue;
    const some = one ?? other;
    if (!some) continue;
    if (!one || !other || some.relation === 'prose') seen.add(sorts(some, kindOf)[0] ?? '');
    else
      for (const name of new Set([...Object.keys(one.values), ...Object.keys(other.values)]))
        if (one.values[name] !== other.values[name]) seen.add(`${some.relation}/${name}`);
  }
  return seen;
}

function kindOfClause({ relation, key, values }: Row): [string, string][] {
  return relation === 'clause' ? [[key[0] ?? '', String(values.kind)]] : [];
}

/** What a change of each field must be seen as. */
function wanted(fields: Fields, kind: string, relation: string, prefix: string, first?: string): string[] {
  return Object.entries(fields).flatMap(([name, field]): string[] => {
    const prose = `prose ${kind} ${first === undefined ? name : `${first} ${name}`}`;
    const presence = `${relation}/${prefix}${name}`;
    switch (field.is) {
      case 'structure':
        return [];
      case 'value':
        return [presence];
      case 'text':
        return field.presence ? [presence, prose] : [prose];
      case 'group': {
        const inside = wanted(field.fields, kind, relation, `${prefix}${name}.`, first ?? name);
        return field.presence ? [presence, ...inside] : inside;
      }
      case 'entity':
        return [
          field.relation,
          field.covers,
          ...wanted(field.fields, kind, field.relation, '', first ?? name),
        ];
      case 'each':
        return [field.relation, ...wanted(field.fields ?? {}, kind, field.relation, '', first ?? name)];
      case 'watches':
        return [field.relation];
      case 'register':
        return [field.list.relation, ...wanted(field.list.fields ?? {}, kind, field.list.relation, '', name)];
    }
  });
}

const anchor = { id: 'anchor', kind: 'statement', title: 'Anchor', text: 'Anchor.' };

describe('every field', () => {
  const seen = new Set<string>();
  const see = (a: Policy, b: Policy): void => {
    const found = differences(a, b);
    expect(found.size).toBeGreaterThan(0);
    for (const one of found) seen.add(one);
  };

  it('of the clauses and of policy.yaml changes a row when an edit operator changes it', () => {
    const policyWith = (clause: (typeof operators)[number]['before'], more: object = {}): Policy =>
      policyOf([[...(clause ? [clause] : []), anchor, ...referred]], more);
    for (const { before, after, heads } of operators)
      see(policyWith(before, heads?.[0]), policyWith(after, heads?.[1]));
    expect(operators.length).toBeGreaterThanOrEqual(1600);
  });

  it('of a register changes a row', () => {
    const entry = { id: 'maps', name: 'Maps' };
    const of = (kind: 'recipient' | 'technology', ...entries: object[]): Policy =>
      registered(kind, stringify({ entries }, quoted));
    for (const kind of ['recipient', 'technology'] as const) {
      see(of(kind, entry), of(kind, entry, { id: 'pay', name: 'Pay' }));
      for (const more of [
        { name: 'Charts' },
        { provider: 'Maps Ltd' },
        { url: '/maps' },
        { formerName: 'Charts' },
        { role: 'processor' },
        { products: ['Maps'] },
        { announced: '2027-01-01' },
        { from: '2027-02-01' },
        { until: '2027-03-01' },
        { lifetime: 'session' },
        { why: 'to show maps' },
        { keeps: 'P30D' },
        { countries: ['SG'] },
        { data: ['location'] },
        { purposes: ['trade.order'] },
      ])
        see(of(kind, entry), of(kind, { ...entry, ...more }));
    }
  });

  it('of the head, a chapter and a translation changes a row', () => {
    const plain = policyOf([[anchor]]);
    see(plain, policyOf([[anchor]], { title: 'Another title' }));
    see(plain, policyOf([[anchor]], { text: 'An introduction.' }));
    see(plain, policyOf([[anchor]], { prevailing: 'zh-CN', locales: ['en', 'zh-CN'] }));
    const twice = { locales: ['en', 'zh-CN'] };
    for (const language of ['zh-CN', 'en'])
      see(
        policyOf([[anchor]], { ...twice, prevailingIn: [{ region: 'SG', language: 'zh-CN' }] }),
        policyOf([[anchor]], {
          ...twice,
          prevailingIn: [
            { region: 'SG', language },
            { region: 'CN', language: 'zh-CN' },
          ],
        }),
      );
    see(plain, appliesTo({ regions: ['CN'] }));
    for (const more of [{ title: 'Another' }, { text: 'Words.' }, { summary: 'Words.' }])
      see(chapterWith({}), chapterWith(more));
    see(translated('一'), translated('二'));
  });

  it('all together reach every row and value there is', () => {
    const all = [
      ...clauseKinds.flatMap((kind) => wanted(kinds[kind], kind, kind, '')),
      ...wanted(partyFields, 'party', 'party', ''),
      ...wanted(policyFields, 'policy', 'policy', ''),
      ...['title', 'text', 'summary'].map((name) => `prose main ${name}`),
    ];
    // There is one edition so far.
    expect([...new Set(all)].filter((one) => !seen.has(one))).toEqual(['policy/edition']);
  });
});

function registered(kind: 'recipient' | 'technology', register: string): Policy {
  const least = kind === 'recipient' ? { form: 'share' } : { type: 'sdk' };
  const clause = { id: 'list', kind, title: 'List', register: 'registers/list.yaml', ...least };
  return policyFrom({
    'policy.yaml': stringify({ ...head, chapters: ['main'] }),
    'chapters/main.yaml': stringify({ chapter: 'main', title: 'Main', clauses: [clause] }),
    'registers/list.yaml': register,
  });
}

function chapterWith(more: object): Policy {
  return policyFrom({
    'policy.yaml': stringify({ ...head, chapters: ['main'] }),
    'chapters/main.yaml': stringify({ chapter: 'main', title: 'Main', clauses: [anchor], ...more }),
  });
}

function appliesTo(applies: object): Policy {
  return policyOf([[anchor]], { parties: [{ ...head.parties[0], applies }] });
}

function translated(words: string): Policy {
  return policyFrom({
    'policy.yaml': stringify({ ...head, locales: ['en', 'zh-CN'], chapters: ['main'] }),
    'chapters/main.yaml': stringify({ chapter: 'main', title: 'Main', clauses: [anchor] }),
    'locales/zh-CN/main.yaml': stringify({
      locale: 'zh-CN',
      texts: { anchor: { text: { of: textMark('Anchor.'), text: words } } },
    }),
  });
}
