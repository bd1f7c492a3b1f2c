/**
 * Whether two values of JSON are the same. In place of Ajv's own, which calls what a value has as `toString` or `valueOf`: in
 * what strangers write, those are keys like any other.
 */
export function equal(one, other) {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]))
  );
}

/**
 * Where the last item of a list stands that an earlier one equals, and that one; undefined when all differ. Ajv holds each against each, which a
 * list of twenty thousand ids makes seconds of.
 */
export function twice(list) {
  const [values, texts] = [new Map(), new Map()];
  let last;
  list.forEach((item, at) => {
    const isNested = typeof item === 'object' && item !== null;
    const [seen, name] = isNested ? [texts, textOf(item)] : [values, item];
    if (seen.has(name)) last = { i: at, j: seen.get(name) };
    seen.set(name, at);
  });
  return last;
}

/** The same for values that are equal, in whatever order their keys come. */
function textOf(value) {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(textOf)}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${textOf(value[key])}`);
  return `{${members}}`;
}
