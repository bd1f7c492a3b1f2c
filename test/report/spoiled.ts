/** Plain data with one part of it altered or taken out, whichever way that can be done. */

const others: Readonly<Record<string, unknown>> = {
  material: 'review',
  review: 'material',
  expands: 'narrows',
  narrows: 'expands',
  restricts: 'eases',
  eases: 'restricts',
  changes: 'expands',
  facts: 'prose',
  prose: 'facts',
  high: 'low',
  low: 'high',
  'express-consent': 'notice',
  'prominent-notice': 'notice',
  notice: 'prominent-notice',
  'lead-time': 'notice',
  'notice-record': 'notice',
  'before-release': 'after-release',
  'before-processing': 'after-release',
  'after-release': 'before-release',
  first: 'other-bound',
  error: 'warning',
  warning: 'error',
};

function another(value: unknown): unknown {
  if (typeof value === 'string')
    return others[value] ?? (/^P\d/.test(value) ? 'P99Y' : value.replace(/\.?$/, 'x$&'));
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : 'other';
}

/** Every way to spoil one part of plain data: the part's name, and the data with the part altered or taken out. */
export function* spoiled<T>(whole: T): Generator<{ part: string; is: string; data: T }> {
  for (const { path, value } of leaves(whole)) {
    if (value === null) continue;
    const part = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    yield { part, is: `${path.join('.')} altered`, data: set(whole, path, another(value)) as T };
  }
  for (const path of members(whole)) {
    const part = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    yield { part, is: `${path.join('.')} gone`, data: set(whole, path, undefined) as T };
  }
}

type Path = readonly (string | number)[];

function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (typeof value !== 'object' || value === null) yield { path, value };
  else
    for (const [name, below] of Object.entries(value))
      yield* leaves(below, [...path, Array.isArray(value) ? Number(name) : name]);
}

/** The way to everything that a list holds; a key is no list, but one name in several parts. */
function* members(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, below] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    if (Array.isArray(value) && path.at(-1) !== 'key') yield here;
    yield* members(below, here);
  }
}

function set(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  const found = (value as Record<string | number, unknown>)[step];
  const below = set(found, rest, to);
  if (Array.isArray(value))
    return below === undefined
      ? value.filter((_, at) => at !== step)
      : value.map((one, at) => (at === step ? below : one));
  return { ...(value as object), [step]: below };
}
