import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptWith } from '../../src/base/on-demand.ts';
import { compareWithNotes } from '../../src/gate/compare.ts';
import { changesOfSettings } from '../../src/gate/settings-changes.ts';
import { compileFiles } from '../../src/model/compiled.ts';
import { entryFields } from '../../src/model/kinds/any-clause.ts';
import { type ClauseKind, clauseKinds, kinds, partyFields, policyFields } from '../../src/model/kinds.ts';
import type { Policy } from '../../src/model/policy.ts';
import { settingsIn } from '../../src/revision/workspace.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { referred } from '../properties/operators.ts';
import { editsOf, everyField } from './fields.ts';

/**
 * A walk along everything that can be written: each field is edited in a policy that has them all, and the gate must
 * say something that a person has to look at, in both directions.
 */

type Map = Readonly<Record<string, unknown>>;

interface World {
  readonly head: Map;
  readonly main: Map;
  readonly rest: Map;
  readonly clauses: Readonly<Record<string, Map>>;
  readonly register: Map;
  readonly taxonomy: Map;
}

const entry: Map = { ...everyField(entryFields('recipient.listed')), formerly: ['old-entry'] };
const clauseOf = (kind: ClauseKind): Map => {
  const own = { id: `the-${kind}`, kind, formerly: [`old-${kind}`] };
  const { consent, ...fields } = everyField(kinds[kind]);
  return { ...fields, ...own, ...(consent ? { consent: { ...consent, unit: `of-${kind}` } } : {}) };
};
const { chapters: _chapters, ...headFields } = policyFields;
const company = { ...everyField(partyFields), id: 'company', formerly: ['old-company'], represents: 'third' };
const others = ['other', 'third'].map((id) => ({ id, role: 'affiliate', name: `The ${id}` }));
const world: World = {
  head: {
    ...everyField(headFields),
    format: 'policyc/policy@2',
    id: 'whole',
    edition: '2026-11',
    utcOffset: '+08:00',
    profiles: ['cn-pipl'],
    prevailingIn: [{ region: 'CN', language: 'en' }],
    retired: ['gone'],
    parties: [company, ...others],
    chapters: ['main', 'rest'],
  },
  main: { chapter: 'main', title: 'Main', text: 'Words.', summary: 'In short.', formerly: ['old-main'] },
  rest: { chapter: 'rest', title: 'Rest', summary: 'The rest.' },
  clauses: Object.fromEntries(clauseKinds.map((kind) => [kind, clauseOf(kind)])),
  register: { entries: [entry] },
  taxonomy: {
    format: 'policyc/taxonomy@1',
    data: [{ id: 'own.data', label: { en: 'our data' }, parent: 'location', sensitive: ['cn-pipl'] }],
    purposes: [{ id: 'own.purpose', label: { en: 'our purpose' }, parent: 'account.registration' }],
    permissions: [{ id: 'own.permission', label: { en: 'our permission' }, parent: 'location' }],
  },
};
const user = {
  id: 'user',
  kind: 'function',
  title: 'User',
  purposes: ['own.purpose'],
  collects: ['own.data'],
  permissions: ['own.permission'],
};

/** JSON is YAML, and written in a fraction of the time. */
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** An edit touches one file: the others are written once. */
const written = keptWith(bytesOf);
const writtenMain = keptWith((clauses: World['clauses']) =>
  keptWith((main: Map) => bytesOf({ ...main, clauses: Object.values(clauses) })),
);
const writtenRest = keptWith((rest: Map) => bytesOf({ ...rest, clauses: [...referred, user] }));

function compiled({ head, main, rest, clauses, register, taxonomy }: World): Policy | undefined {
  const files: [string, Uint8Array][] = [
    ['policy.yaml', written(head)],
    ['chapters/main.yaml', writtenMain(clauses)(main)],
    ['chapters/rest.yaml', writtenRest(rest)],
    ['registers/list.yaml', written(register)],
    ['taxonomy.yaml', written(taxonomy)],
  ];
  return compileFiles(snapshotOf(files)).policy;
}

const bases = new Map<World, Policy | undefined>();
const baseOf = (whole: World): Policy | undefined => {
  if (!bases.has(whole)) bases.set(whole, compiled(whole));
  return bases.get(whole);
};
const notes = { notes: [], head: 'none', spent: new Set<string>() };

/** In which directions nobody has to look at an edit; undefined when it cannot be compiled. */
function unseen(edited: World, whole: World): string | undefined {
  const [base, head] = [baseOf(whole), compiled(edited)];
  if (!head || !base) return undefined;
  const silent = ([before, after]: readonly [Policy, Policy]): boolean =>
    compareWithNotes(before, after, notes).changes.every(({ verdict }) => verdict === 'editorial');
  return `${silent([base, head]) ? 'there' : ''} ${silent([head, base]) ? 'back' : ''}`.trim();
}

interface Walked {
  readonly name: string;
  /** What is edited: the whole, or as much of it as the edit can touch. */
  readonly of?: World;
  readonly world: World;
}

const inClauses = clauseKinds.flatMap((kind) => {
  const clause = world.clauses[kind] ?? {};
  const of: World = { ...world, clauses: { [kind]: clause } };
  const edits = editsOf(kinds[kind], clause).filter(
    ({ field }) => kind === 'statement' || !((field.split('.')[0] ?? '') in kinds.statement),
  );
  return edits.map(
    ({ field, how, result }): Walked => ({
      name: `clause.${field} ${how}`,
      of,
      world: { ...of, clauses: { [kind]: result } },
    }),
  );
});
const inHead = editsOf(headFields, world.head).map(
  ({ field, how, result }): Walked => ({ name: `policy.${field} ${how}`, world: { ...world, head: result } }),
);
const inParty = editsOf(partyFields, company).map(
  ({ field, how, result }): Walked => ({
    name: `party.${field} ${how}`,
    world: { ...world, head: { ...world.head, parties: [result, ...others] } },
  }),
);
const inRegister = editsOf(entryFields('recipient.listed'), entry).map(
  ({ field, how, result }): Walked => ({
    name: `register.${field} ${how}`,
    world: { ...world, register: { entries: [result] } },
  }),
);

const head = (more: Map): Partial<World> => ({ head: { ...world.head, ...more } });
const main = (more: Map): Partial<World> => ({ main: { ...world.main, ...more } });
const term = (list: 'data' | 'purposes' | 'permissions', more: Map): Partial<World> => {
  const [first] = world.taxonomy[list] as readonly Map[];
  return { taxonomy: { ...world.taxonomy, [list]: [{ ...first, ...more }] } };
};
const label = { en: 'other words' };
const sold = { id: 'the-statement', kind: 'security', title: 'Words', text: 'Words.' };

/** What tables of fields do not say how to edit. */
const byHand: Readonly<Record<string, Partial<World>>> = {
  'policy.edition': head({ edition: '2026-12' }),
  'policy.utcOffset': head({ utcOffset: 'Z' }),
  'policy.profiles': head({ profiles: ['cn-pipl', 'eu-gdpr'] }),
  'policy.parties': head({ parties: [company, ...others, { id: 'fourth', role: 'affiliate', name: 'F' }] }),
  'policy.chapters': head({ chapters: ['rest', 'main'] }),
  'policy.retired': head({ retired: ['another'] }),
  'policy.prevailingIn': head({ prevailingIn: [{ region: 'EU', language: 'en' }] }),
  'policy.prevailingIn.language': head({
    locales: ['en', 'de'],
    prevailingIn: [{ region: 'CN', language: 'de' }],
  }),
  'policy.locales': head({ locales: ['en', 'de'] }),
  'clause.kind': { clauses: { ...world.clauses, statement: sold } },
  'chapter.chapter': { ...head({ chapters: ['first', 'rest'] }), ...main({ chapter: 'first' }) },
  'chapter.title': main({ title: 'Other' }),
  'chapter.text': main({ text: 'Other words.' }),
  'chapter.summary': main({ summary: 'In other words.' }),
  'chapter.formerly': main({ formerly: ['older-main'] }),
  'chapter.clauses': { clauses: Object.fromEntries(Object.entries(world.clauses).reverse()) },
  'taxonomy.data.label': term('data', { label }),
  'taxonomy.data.parent': term('data', { parent: 'contact' }),
  'taxonomy.data.sensitive': term('data', { sensitive: undefined }),
  'taxonomy.purposes.label': term('purposes', { label }),
  'taxonomy.purposes.parent': term('purposes', { parent: 'improve.product' }),
  'taxonomy.permissions.label': term('permissions', { label }),
  'taxonomy.permissions.parent': term('permissions', { parent: 'camera' }),
};

/** Edits that leave no policy, and why. */
const refusals: Readonly<Record<string, string>> = {
  'clause.promise left out': 'a promise has it, or is written in one line: `never: sell`',
  'clause.act left out': 'as for what is promised',
};

/** Edits that pass, and why. */
const passes: Readonly<Record<string, string>> = {
  'clause.formerly left out':
    'one more former id that nothing had leads a link to where none led; back: it is gone, and told',
  'party.formerly left out': 'as for clauses',
  'register.formerly left out':
    'no link leads to an entry: it joins one to what it was, and nothing was called so',
  'register.formerly another': 'as when it is left out',
  'clause.kind left out': 'the fields of the clause tell its kind, and a clause of none of them is prose',
  'clause.collects.for left out': 'the purposes of the function stand in, and are the same here',
  'clause.receives.for left out': 'the purposes of the recipient stand in, and are the same here',
  'clause.waive left out':
    'no part of the policy: the gate reads it from the sources, test/gate/waived.test.ts',
  'policy.waive left out': 'as for clauses',
  'policy.answers left out':
    'no part of the policy: what is said not to be asked is read from the sources, test/gate/waived.test.ts',
  'clause.avoid left out': 'words that check alone looks for',
  'clause.avoid another': 'words that check alone looks for',
  'clause.material another':
    'an entry of the list under another id, which readers are not shown, is the same',
  'clause.promises another': 'as for entries of the list',
  'policy.format another': 'what is left out means another thing, told as facts; here everything is written',
  'policy.retired left out': 'one more id that nothing may use; back: it may be used again, and is told',
};

describe('every field of a policy, a chapter, a register and a taxonomy', () => {
  it('is in a policy that has them all', () => {
    expect(baseOf(world)).toBeDefined();
  });

  it('says something at the gate when it is edited, or there is a reason why not', () => {
    const edits = [
      ...inClauses,
      ...inHead,
      ...inParty,
      ...inRegister,
      ...Object.entries(byHand).map(([name, more]): Walked => ({ name, world: { ...world, ...more } })),
    ];
    const found = edits.map((edit) => ({ name: edit.name, silent: unseen(edit.world, edit.of ?? world) }));
    expect(found.filter(({ name, silent }) => silent && !(name in passes))).toEqual([]);
    const refused = found.filter(({ silent }) => silent === undefined).map(({ name }) => name);
    const fieldOf = (name: string): string => name.split(' ')[0] ?? '';
    const isMeant = (name: string): boolean =>
      name in refusals || (fieldOf(name) in byHand && !(name in byHand));
    expect(refused.filter((name) => !isMeant(name))).toEqual([]);
    expect(Object.keys(refusals).filter((name) => !refused.includes(name))).toEqual([]);
    const idle = Object.keys(passes).filter((name) => !found.some((one) => one.name === name && one.silent));
    expect(idle).toEqual([]);
  });

  it.each(['chapter', 'taxonomy', 'register', 'policy'])('of %s has an edit', (name) => {
    const all = new Set([
      ...Object.keys(byHand),
      ...[...inHead, ...inRegister].map((one) => one.name.split(' ')[0]),
    ]);
    expect(fieldsIn(name).filter((field) => !all.has(field) && !(field in untouched))).toEqual([]);
  });
});

/** Fields that name something, whose every edit is another thing that comes and one that goes. */
const untouched: Readonly<Record<string, string>> = {
  'taxonomy.format': 'there is one',
  'taxonomy.data.id': 'the same as a use of another term',
  'taxonomy.purposes.id': 'the same as a use of another term',
  'taxonomy.permissions.id': 'the same as a use of another term',
};

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** The ways to the fields of a schema; to those of terms and entries, and not further. */
function fieldsIn(name: string): string[] {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Node;
  return Object.entries(schema.properties ?? {}).flatMap(([field, { items }]) => {
    const inner = Object.keys(items?.properties ?? {});
    const way = name === 'register' ? name : `${name}.${field}`;
    return inner.length > 0 && (name === 'register' || name === 'taxonomy')
      ? inner.map((one) => `${way}.${one}`)
      : [way];
  });
}

describe('a setting of the workspace', () => {
  const settings = (text: string) =>
    settingsIn(snapshotOf([['policyc.yaml', new TextEncoder().encode(`${common}${text}`)]]));
  const common = 'format: policyc/workspace@1\npolicies: [p]\n';

  it.each([
    ['site.url', 'site: { url: "https://a.example" }', 'site: { url: "https://b.example" }'],
    ['site.out', 'site: { out: pages }', 'site: { out: others }'],
    ['archive.horizon', '', 'archive: { horizon: P9Y }'],
    ['archive.tolerance', '', 'archive: { tolerance: P9D }'],
    ['rules', 'rules: { missing-text: error }', 'rules: { missing-text: off }'],
  ])('is to review: %s', (_, before, after) => {
    const found = changesOfSettings(settings(before), settings(after), 'policyc.yaml');
    expect(found.map(({ verdict }) => verdict)).toEqual(['review']);
  });

  it('is none where it says what holds without it', () => {
    const [unset, usual] = [settings(''), settings('site: { out: site }')];
    expect(changesOfSettings(unset, usual, 'policyc.yaml')).toEqual([]);
    expect(changesOfSettings(usual, unset, 'policyc.yaml')).toEqual([]);
    expect(changesOfSettings(unset, settings('site: { out: pages }'), 'policyc.yaml')).toHaveLength(1);
  });

  it('is one of these, or the list of policies, of which none is missed unseen', () => {
    const schema = JSON.parse(readFileSync('schemas/workspace.schema.json', 'utf8')) as Node;
    const all = Object.entries(schema.properties ?? {}).flatMap(([name, { properties }]) =>
      properties ? Object.keys(properties).map((one) => `${name}.${one}`) : [name],
    );
    expect(all.sort()).toEqual(
      ['format', 'policies', 'site.url', 'site.out', 'archive.horizon', 'archive.tolerance', 'rules'].sort(),
    );
  });
});
