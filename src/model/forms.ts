/** What may be written for a value, as JSON Schema has it. Forms with a name are defined once in each schema. */
export interface Form {
  /** Under `$defs`, when the form is used in many places. */
  readonly named?: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Of an array. */
  readonly items?: Form;
}

function named(name: string, description: string, schema: Form['schema']): Form {
  return { named: name, schema: { description, ...schema } };
}

function pattern(regular: string, ...examples: readonly string[]): Form['schema'] {
  return { type: 'string', pattern: regular, ...(examples.length === 0 ? {} : { examples }) };
}

export const id = named(
  'id',
  'An id: lower-case letters, digits and hyphens.',
  pattern('^[a-z0-9]+(-[a-z0-9]+)*$'),
);
export const term = named(
  'term',
  'An id of the taxonomy: lower-case words joined by dots.',
  pattern('^[a-z0-9_-]+(\\.[a-z0-9_-]+)*$'),
);
export const country = named(
  'country',
  'ISO 3166-1 alpha-2, EU or EEA.',
  pattern('^([A-Z]{2}|EEA)$', 'IE', 'EU'),
);
export const locale = named(
  'locale',
  'A BCP 47 language tag.',
  pattern('^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'),
);
const period =
  'P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?';
export const duration = named(
  'duration',
  'ISO 8601: P30D, P1Y6M, PT72H.',
  pattern(`^${period}$`, 'P15D', 'P30D', 'P1M'),
);
export const date = named(
  'date',
  'A calendar date: YYYY-MM-DD.',
  pattern('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', '2027-03-01', '2027-12-31'),
);
/** How long something stays on a device. */
export const lifetime = matching(`^(session|${period})$`, 'session', 'P30D', 'P1Y');
/** How long data is kept. */
export const keptFor = matching(
  `^(forever|while-active|${period})$`,
  'P30D',
  'P1Y',
  'forever',
  'while-active',
);
export const url = named(
  'url',
  "An https: address, or a path on the policy's own site.",
  pattern('^(https://[^\\s]+|/[^\\s]*)$'),
);
export const prose = named('prose', 'Markdown.', { type: 'string', minLength: 1 });
export const watchName = named(
  'watch',
  'A relation, one of its values, or, as *.data, all that names a data category.',
  pattern('^(\\*|[a-z]+)(\\.[a-zA-Z]+)*$'),
);

/** Free words on one line. */
export const words: Form = { schema: { type: 'string', minLength: 1 } };
export const yesOrNo: Form = { schema: { type: 'boolean' } };
export const years: Form = { schema: { type: 'integer', minimum: 1, maximum: 30 } };

export function oneOf(...values: readonly string[]): Form {
  return { schema: { enum: values } };
}

/** Text of a form. The examples are what editors offer, and what the tests of every field write. */
export function matching(regular: string, ...examples: readonly string[]): Form {
  return { schema: pattern(regular, ...examples) };
}

/** The forms of how long something takes or lasts. */
export const periods: readonly Form[] = [duration, lifetime, keptFor];

/** An array of what a form allows, without repetitions. */
export function listOf(form: Form): Form {
  return { schema: { type: 'array', minItems: 1, uniqueItems: true }, items: form };
}
