import { isRecord } from '../../ir/json.js';
import type { Repair, Step } from '../source.js';
import { mayCatch } from './parts.js';
import { type Payload, tryRun, tryRunAsync } from './run.js';
import { type Def, lazyInner, type Schema, type TypeName } from './schema.js';

type Request = readonly [schema: Schema, value: unknown];
type Search = Generator<Request, void, Payload | undefined>;

/** The fallbacks of `.catch` that were used on a value which parses. */
export function collect(schema: Schema, value: unknown): Repair[] {
  const found: Repair[] = [];
  try {
    const search = visit(schema, value, [], found);
    for (let next = search.next(); !next.done; next = search.next(tryRun(...next.value)));
  } catch {
    // What was found up to here is still true.
  }
  return found;
}

export async function collectAsync(schema: Schema, value: unknown): Promise<Repair[]> {
  const found: Repair[] = [];
  try {
    const search = visit(schema, value, [], found);
    for (let next = search.next(); !next.done; next = search.next(await tryRunAsync(...next.value)));
  } catch {
    // What was found up to here is still true.
  }
  return found;
}

/** Walks schema and value together, and asks for a part to be parsed where only that tells which way to go. */
function* visit(schema: Schema, value: unknown, path: readonly Step[], found: Repair[]): Search {
  const def = schema._zod.def as Def<TypeName>;
  switch (def.type) {
    case 'catch': {
      const result = yield [def.innerType, value];
      const issue = result?.issues[0];
      if (issue) found.push({ path, message: messageOf(issue), ...(value !== undefined && { from: value }) });
      else yield* visit(def.innerType, value, path, found);
      break;
    }
    case 'object':
      if (isRecord(value)) {
        for (const key of Object.keys(def.shape)) {
          const field = def.shape[key] as Schema;
          if (Object.hasOwn(value, key) || !isSkipped(field)) yield* visit(field, value[key], [...path, key], found);
        }
        if (def.catchall)
          for (const key of Object.keys(value))
            if (!Object.hasOwn(def.shape, key)) yield* visit(def.catchall, value[key], [...path, key], found);
      }
      break;
    case 'record':
      if (isRecord(value)) for (const key of Object.keys(value)) yield* visit(def.valueType, value[key], [...path, key], found);
      break;
    case 'array':
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) yield* visit(def.element, item, [...path, index], found);
      break;
    case 'tuple':
      if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
          const part = def.items[index] ?? def.rest;
          if (part) yield* visit(part, item, [...path, index], found);
        }
      }
      break;
    case 'map':
      if (value instanceof Map)
        for (const [key, item] of value)
          yield* visit(def.valueType, item, [...path, typeof key === 'number' ? key : String(key)], found);
      break;
    case 'set':
      if (value instanceof Set)
        for (const [index, item] of [...value].entries()) yield* visit(def.valueType, item, [...path, index], found);
      break;
    case 'union':
      for (const option of def.options) {
        // The first option that takes the value is the one that parsed it.
        const result = yield [option, value];
        if (result?.issues.length !== 0) continue;
        yield* visit(option, value, path, found);
        break;
      }
      break;
    case 'intersection':
      yield* visit(def.left, value, path, found);
      yield* visit(def.right, value, path, found);
      break;
    case 'pipe': {
      yield* visit(def.in, value, path, found);
      if (def.transform || !mayCatch(def.out)) break;
      const result = yield [def.in, value];
      if (result?.issues.length === 0) yield* visit(def.out, result.value, path, found);
      break;
    }
    case 'nullable':
      if (value !== null) yield* visit(def.innerType, value, path, found);
      break;
    case 'optional':
    case 'default':
      if (value !== undefined) yield* visit(def.innerType, value, path, found);
      break;
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
      yield* visit(def.innerType, value, path, found);
      break;
    case 'lazy':
      yield* visit(lazyInner(schema), value, path, found);
      break;
  }
}

function messageOf({ message, expected }: Payload['issues'][number]): string {
  const reason = message ?? (typeof expected === 'string' ? `expected ${expected}` : undefined);
  return reason === undefined
    ? 'The fallback replaced a value that does not fit.'
    : `The fallback replaced a value that does not fit: ${reason}.`;
}

/** Whether an absent property of this schema is passed over, so that no fallback of its is asked for. */
function isSkipped(schema: Schema): boolean {
  return schema._zod.optin === 'optional' && schema._zod.optout === 'optional';
}
