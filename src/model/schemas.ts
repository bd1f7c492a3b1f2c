import { type Each, type Entity, type Field, type Fields, type Group, structure } from './fields.ts';
import { type Form, id, matching, oneOf, prose, term, watchName } from './forms.ts';
import { listed } from './kinds/any-clause.ts';
import { acts } from './kinds/commitment.ts';
import { aboutKinds, type ClauseKind, clauseKinds, kinds, policyFields } from './kinds.ts';
import { promises, tellingFields } from './short-forms.ts';
import type { Watch } from './watch.ts';

type Schema = Readonly<Record<string, unknown>>;

type Definitions = Map<string, Schema>;

/** The JSON Schemas that follow from the tables of kinds, by the name of their file. */
export function schemasOfKinds(): Readonly<Record<string, Schema>> {
  return { chapter: chapterSchema(), policy: policySchema(), register: registerSchema() };
}

function document(name: string, description: string, body: Schema, definitions: Definitions): Schema {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://policyc.dev/schemas/${name}.schema.json`,
    title: `policyc ${name}`,
    description,
  };
  return { ...head, ...body, $defs: Object.fromEntries(definitions) };
}

function policySchema(): Schema {
  const definitions: Definitions = new Map();
  const about = 'A policy: its title, parties, languages and the order of its chapters.';
  return document('policy', about, mapOf(policyFields, definitions), definitions);
}

function registerSchema(): Schema {
  const definitions: Definitions = new Map();
  const about =
    'A list kept in a file of its own, such as SDKs or sub-processors. A CSV file has one column for each of these properties, lists separated by semicolons.';
  const { list } = listed('recipient.listed');
  const body = {
    type: 'object',
    properties: { entries: fieldSchema(list, definitions) },
    required: ['entries'],
    additionalProperties: false,
  };
  return document('register', about, body, definitions);
}

function chapterSchema(): Schema {
  const definitions: Definitions = new Map();
  const text = (description: string): Schema => ({ ...formSchema(prose, definitions), description });
  const body = {
    type: 'object',
    properties: {
      chapter: {
        ...formSchema(id, definitions),
        description: "The chapter's id, as listed in policy.yaml. Left out, it is what the file is called.",
      },
      title: text('The heading readers see.'),
      text: text('Words before the first clause.'),
      summary: text("The chapter's summary for the first layer."),
      formerly: {
        description: 'Earlier ids of this chapter.',
        type: 'array',
        items: formSchema(id, definitions),
        minItems: 1,
        uniqueItems: true,
      },
      clauses: {
        description: 'The clauses, in reading order.',
        type: 'array',
        minItems: 1,
        items: clauseSchema(),
      },
    },
    required: ['title', 'clauses'],
    additionalProperties: false,
  };
  for (const kind of clauseKinds) definitions.set(kind, kindSchema(kind, definitions));
  return document('chapter', 'A chapter of a policy: a title and its clauses.', body, definitions);
}

/** A clause is what its kind says it is, or its fields; of one whose kind we do not know, only that is wrong. */
function clauseSchema(): Schema {
  const refer = (kind: string): Schema => ({ $ref: `#/$defs/${kind}` });
  const written = clauseKinds.map((kind) =>
    choose({ type: 'object', properties: { kind: { const: kind } }, required: ['kind'] }, refer(kind)),
  );
  const told = Object.entries(tellingFields).reduceRight<Schema>(
    (otherwise, [kind, fields]) => choose({ anyOf: fields.map(hasField) }, refer(kind), otherwise),
    refer('statement'),
  );
  return {
    type: 'object',
    properties: { kind: { description: kinds.statement.kind.about, enum: clauseKinds } },
    allOf: [...written, choose(hasField('kind'), {}, told)],
  };
}

function hasField(name: string): Schema {
  return { required: [name] };
}

/** By a condition and not by `anyOf`, so that a mistake is told for what was meant. */
function choose(condition: Schema, met: Schema, otherwise?: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema
  return { if: condition, then: met, ...(otherwise === undefined ? {} : { else: otherwise }) };
}

function kindSchema(kind: ClauseKind, definitions: Definitions): Schema {
  const fields = kind === 'commitment' ? withShortPromises(kinds.commitment) : kinds[kind];
  const schema = mapOf(fields, definitions);
  const properties = schema.properties as Readonly<Record<string, Schema>>;
  const own = { ...properties, kind: { description: kinds[kind].kind.about, const: kind } };
  const one = kind === 'commitment' ? onePromise() : {};
  return { description: aboutKinds[kind], ...schema, properties: own, ...one };
}

/** With the lines that stand for `promise` and `act`. */
function withShortPromises(fields: Fields): Fields {
  const line = (name: string) => structure(acts, `Short for promise: ${name}, and act.`);
  return { ...Object.fromEntries(promises.map((name) => [name, line(name)])), ...fields };
}

/** A promise is made in one line or in two, and once. */
function onePromise(): Schema {
  const both = ['promise', 'act'];
  return promises.reduceRight<Schema>(
    (otherwise, name) => {
      const others = [...promises, ...both].filter((other) => other !== name);
      const none = { properties: Object.fromEntries(others.map((other) => [other, false])) };
      return choose(hasField(name), none, otherwise);
    },
    { required: both },
  );
}

function mapOf(fields: Fields, definitions: Definitions): Schema {
  const required = Object.entries(fields).flatMap(([name, field]) => (field.needed ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, fieldSchema(field, definitions)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field, definitions: Definitions): Schema {
  const { about: description } = field;
  switch (field.is) {
    case 'structure':
      return field.entries
        ? { description, ...listOfMaps(field.entries.item, field.entries.fields, definitions) }
        : { ...formSchema(field.form, definitions), description };
    case 'value':
      return {
        ...formSchema(field.form, definitions),
        description,
        ...(field.default === undefined ? {} : { default: field.default }),
      };
    case 'text':
      return { ...formSchema(prose, definitions), description };
    case 'each':
      return { description, ...listSchema(field, definitions) };
    case 'group':
    case 'entity':
      return { ...sharedMap(field, definitions), description };
    case 'watches':
      return { ...reference('watches', watchesSchema, definitions), description };
    case 'register':
      return { ...formSchema(registerPath, definitions), description };
  }
}

const registerPath = matching('^registers/[a-z0-9-]+\\.(yaml|csv)$');

function listSchema({ item, by, fields, form }: Each, definitions: Definitions): Schema {
  if (item !== undefined) return listOfMaps(item, fields ?? {}, definitions);
  const bare = formSchema(form, definitions);
  const items = by === undefined ? bare : either(bare, mapOf(fields ?? {}, definitions));
  return { type: 'array', minItems: 1, uniqueItems: true, items };
}

function listOfMaps(item: string, fields: Fields, definitions: Definitions): Schema {
  return { type: 'array', minItems: 1, items: { description: item, ...mapOf(fields, definitions) } };
}

function either(bare: Schema, map: Schema): Schema {
  return choose({ type: 'string' }, bare, map);
}

function watchesSchema(definitions: Definitions): Schema {
  const name = formSchema(watchName, definitions);
  const filter = (form: Form, description: string): Schema => ({
    ...formSchema(form, definitions),
    description,
  });
  const narrowed = {
    description: 'A watch narrowed to some of the changes.',
    type: 'object',
    properties: {
      watch: { ...name, description: 'A relation or value whose changes count.' },
      direction: filter(
        oneOf('expands', 'narrows', 'restricts', 'eases', 'changes', 'worse', 'any'),
        'Only changes in this direction. worse: all that is not good news for readers. any: both ways, on purpose.',
      ),
      data: filter(term, 'Only changes about this data category, or one under it.'),
      form: filter(kinds.recipient.form.form, 'Only changes of recipients of this form.'),
      on: filter(
        oneOf('added', 'removed', 'changed'),
        'Only additions, only removals, or only changes of a value.',
      ),
    } satisfies Record<keyof Watch, Schema>,
    required: ['watch'],
    additionalProperties: false,
  };
  const description =
    "A relation or value whose changes count: function, function.data, function.tier, '*.data' …";
  return { type: 'array', minItems: 1, items: either({ ...name, description }, narrowed) };
}

function sharedMap({ named, fields }: Group | Entity, definitions: Definitions): Schema {
  const make = (): Schema => mapOf(fields, definitions);
  return named === undefined ? make() : reference(named, make, definitions);
}

function formSchema({ named, schema, items }: Form, definitions: Definitions): Schema {
  const whole = items ? { ...schema, items: formSchema(items, definitions) } : schema;
  return named === undefined ? whole : reference(named, () => whole, definitions);
}

function reference(
  name: string,
  make: (definitions: Definitions) => Schema,
  definitions: Definitions,
): Schema {
  if (!definitions.has(name)) definitions.set(name, make(definitions));
  return { $ref: `#/$defs/${name}` };
}
