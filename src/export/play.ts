import { elsewhere } from '../knowledge/functions.ts';
import { rowsIn } from '../model/row-index.ts';
import { csvOf } from './csv.ts';
import { type Exported, eachOnce, type Source, type Untold } from './export.ts';
import { calledIn } from './mapped.ts';
import { columns, dataTypes, lines } from './play-form.ts';
import { type Handover, handoversOf, holdsIn, idAt, type Use, usesOf } from './uses.ts';

/** What the export says about one type of data. */
interface Type {
  readonly collectedFor: Set<string>;
  readonly sharedFor: Set<string>;
  collected: boolean;
  shared: boolean;
  readonly optional: (boolean | undefined)[];
}

/**
 * Forms that Google Play counts as sharing. Disclosure to service providers, or because a law demands it, is exempt
 * there.
 */
const shares: ReadonlySet<string> = new Set(['share', 'transfer', 'disclose']);

/** Forms for which Google's help does not say whether they are sharing. */
const unclear: Readonly<Record<string, string>> = {
  advise: 'the form does not say whether advisers are service providers',
  succeed: 'the form does not speak of companies that take over',
};

/** The data safety form of Google Play, with every answer that follows from the facts. */
export function playCsv(source: Source): Exported {
  const { types, untold } = typesOf(source);
  const answers = new Map<string, string>();
  const answer = (question: string, response = '', value = 'true'): void => {
    answers.set(`${question}\t${response}`, value);
  };
  answer('PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA', '', String(types.size > 0));
  for (const line of lines)
    if (line.question.startsWith('PSL_DATA_TYPES_') && types.has(line.response))
      answer(line.question, line.response);
  for (const [name, type] of types) untold.push(...answersAbout(name, type, answer));
  untold.push(...generalAnswers(source, types.size > 0, answer));
  const table = lines.map(({ question, response, requirement, label }) => [
    question,
    response,
    answers.get(`${question}\t${response}`) ?? '',
    requirement,
    label,
  ]);
  return { text: csvOf([columns, ...table]), untold: eachOnce(untold) };
}

type Answer = (question: string, response?: string, value?: string) => void;

/** Answers what is asked about a type of data, and returns what no fact answers. */
function answersAbout(name: string, type: Type, answer: Answer): Untold[] {
  const of = (question: string): string => `PSL_DATA_USAGE_RESPONSES:${name}:${question}`;
  if (type.collected) answer(of('PSL_DATA_USAGE_COLLECTION_AND_SHARING'), 'PSL_DATA_USAGE_ONLY_COLLECTED');
  if (type.shared) answer(of('PSL_DATA_USAGE_COLLECTION_AND_SHARING'), 'PSL_DATA_USAGE_ONLY_SHARED');
  for (const purpose of type.collectedFor) answer(of('DATA_USAGE_COLLECTION_PURPOSE'), purpose);
  for (const purpose of type.sharedFor) answer(of('DATA_USAGE_SHARING_PURPOSE'), purpose);
  const control = controlOf(type);
  if (control) answer(of('DATA_USAGE_USER_CONTROL'), control);
  if (control || !type.collected) return [];
  const about = `${dataTypes.get(name) ?? name}: required, or a choice of users`;
  return [{ about, because: 'some clause says neither that it is required nor that users can refuse it' }];
}

interface Told {
  readonly types: Map<string, Type>;
  readonly untold: Untold[];
}

function typesOf(source: Source): Told {
  const told: Told = { types: new Map(), untold: [] };
  const scope = { channel: 'app', product: source.product };
  for (const use of usesOf(source.policy, scope)) collect(use, source, told);
  for (const handover of handoversOf(source.policy, scope)) handOver(handover, source, told);
  return told;
}

function collect(use: Use, source: Source, told: Told): void {
  if (use.source !== undefined && elsewhere.includes(use.source)) {
    told.untold.push({
      about: `${use.data} (${use.by})`,
      because: 'left out: it does not come from the app',
    });
    return;
  }
  const type = typeOf(use.data, source, told);
  if (!type) return;
  type.collected = true;
  type.optional.push(use.optional);
  for (const purpose of purposesOf(use, source, told)) type.collectedFor.add(purpose);
}

function handOver({ to, form, data, purposes }: Handover, source: Source, told: Told): void {
  const why = unclear[form];
  if (why !== undefined) told.untold.push({ about: `${to}: shared or not`, because: why });
  const type = shares.has(form) ? typeOf(data, source, told) : undefined;
  if (!type) return;
  type.shared = true;
  for (const purpose of purposesOf({ purposes, by: to }, source, told)) type.sharedFor.add(purpose);
}

function typeOf(data: string, source: Source, { types, untold }: Told): Type | undefined {
  const called = calledIn('play', 'data', data, source);
  if (called.name === undefined) {
    untold.push({ about: data, because: called.because });
    return undefined;
  }
  const type = types.get(called.name) ?? emptyType();
  types.set(called.name, type);
  return type;
}

function purposesOf(
  { purposes, by }: Pick<Use, 'purposes' | 'by'>,
  source: Source,
  { untold }: Told,
): string[] {
  if (purposes.length === 0) untold.push({ about: `purposes of ${by}`, because: 'the policy states none' });
  return purposes.flatMap((id) => {
    const called = calledIn('play', 'purposes', id, source);
    if (called.name === undefined) untold.push({ about: `${id} (${by})`, because: called.because });
    return called.name ?? [];
  });
}

function emptyType(): Type {
  return { collectedFor: new Set(), sharedFor: new Set(), collected: false, shared: false, optional: [] };
}

/** A type is required if any use cannot be refused, and optional only if every use can be. */
function controlOf({ collected, optional }: Type): string | undefined {
  if (!collected) return undefined;
  if (optional.includes(false)) return 'PSL_DATA_USAGE_USER_CONTROL_REQUIRED';
  return optional.includes(undefined) ? undefined : 'PSL_DATA_USAGE_USER_CONTROL_OPTIONAL';
}

const ofEveryApp: readonly Untold[] = [
  {
    about: 'data that is kept in memory only, or stays on the device',
    because: 'the facts do not say where data is processed, so that all of it counts as collected',
  },
  { about: 'ways to create an account, and accounts from outside', because: 'no fact says how' },
  { about: 'the addresses where users ask for deletion', because: 'no fact says which page that is' },
  {
    about: 'families policy, security review, UPI badge',
    because: 'they are the choice of whoever publishes',
  },
];

function generalAnswers({ policy, product }: Source, collects: boolean, answer: Answer): Untold[] {
  if (!collects) return [];
  const rows = rowsIn(policy);
  const scope = { channel: 'app', product };
  const there = ({ key }: { readonly key: readonly string[] }): boolean => holdsIn(rows, idAt(key, 0), scope);
  const untold = [...ofEveryApp];
  const measures = rows.all('security.measure').filter(there);
  if (measures.some(({ key }) => key[1] === 'encryption-in-transit'))
    answer('PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT');
  else
    untold.push({
      about: 'whether data is encrypted in transit',
      because: 'no security clause has the measure encryption-in-transit',
    });
  const rights = [...rows.all('right'), ...rows.all('right.also')].filter(there);
  if (rights.some(({ key, values }) => values.right === 'delete' || key[1] === 'delete'))
    answer('PSL_SUPPORT_DATA_DELETION_BY_USER', 'DATA_DELETION_YES');
  else
    untold.push({ about: 'whether users can ask for deletion', because: 'no clause has the right delete' });
  return untold;
}
