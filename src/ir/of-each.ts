/** The function with its results kept: each key is worked out once. A result of `undefined` is not kept. */
export function ofEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let known: Map<Key, Value> | undefined;
  return (key) => {
    let value = known?.get(key);
    if (value === undefined) {
      value = make(key);
      known ??= new Map();
      known.set(key, value);
    }
    return value;
  };
}
