import type { CompileOptions } from './compiled.js';

const profiles = new WeakMap<object, number>();
let profileCount = 0;

/** Answers the earlier result for the same schema object and equal options. A schema must not be changed after it was compiled. */
export type Once<Result> = (schema: unknown, options: CompileOptions, build: () => Result) => Result;

export function onceBySchema<Result extends object>(): Once<Result> {
  const plain = new WeakMap<object, Result>();
  const cache = new WeakMap<object, Map<string, Result>>();
  return (schema, options, build) => {
    if ((typeof schema !== 'object' && typeof schema !== 'function') || schema === null) return build();
    const key = keyOf(options);
    if (key === '') {
      let result = plain.get(schema);
      if (!result) {
        result = build();
        plain.set(schema, result);
      }
      return result;
    }
    let results = cache.get(schema);
    if (!results) {
      results = new Map();
      cache.set(schema, results);
    }
    let result = results.get(key);
    if (!result) {
      result = build();
      results.set(key, result);
    }
    return result;
  };
}

function keyOf(options: CompileOptions): string {
  for (const _ in options)
    return JSON.stringify(options, (name, value) =>
      name === 'target' && typeof value === 'object' ? identity(value as object) : value,
    );
  return '';
}

function identity(profile: object): number {
  let id = profiles.get(profile);
  if (id === undefined) {
    id = profileCount++;
    profiles.set(profile, id);
  }
  return id;
}
