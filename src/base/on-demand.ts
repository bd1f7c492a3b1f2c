/** Makes a value when it is first asked for, and keeps it. */
export function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes the value of each key when it is first asked for, and keeps it. */
export function eachOnDemand<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return keptIn(new Map(), make);
}

/** As `eachOnDemand`, for objects: a value is kept as long as its object. */
export function keptWith<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return keptIn(new WeakMap(), make);
}

/** Values are wrapped, so that `undefined` is kept too. */
interface Kept<Key, Value> {
  readonly get: (key: Key) => { readonly value: Value } | undefined;
  readonly set: (key: Key, made: { readonly value: Value }) => unknown;
}

function keptIn<Key, Value>(made: Kept<Key, Value>, make: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}

/** Parses a JSON text, whose type the caller knows, when it is first asked for. */
export function parsed<Value>(text: string): () => Value {
  return onDemand(() => JSON.parse(text) as Value);
}

/** In characters of texts; beyond this, everything kept is dropped. */
const mostKept = 1_000_000;

/** Makes a value for a text when it is first asked for, and keeps it for a while. */
export function keptByText<Value>(): (text: string, size: number, make: () => Value) => Value {
  const made = new Map<string, Value>();
  let kept = 0;
  return (text, size, make) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make();
    kept += size;
    if (kept > mostKept) {
      made.clear();
      kept = size;
    }
    made.set(text, value);
    return value;
  };
}
