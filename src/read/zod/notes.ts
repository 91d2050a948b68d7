import { isRecord, type Json } from '../../ir/json.js';
import type { Notes, Shape } from '../../ir/shape.js';
import { pinsOf } from '../pins.js';
import type { Occurrence } from '../source.js';
import { isJson } from './json.js';
import { accepts } from './run.js';
import type { Schema } from './schema.js';

interface Registry {
  get(schema: Schema): unknown;
}

/** What `.meta()` and `.describe()` say of this very schema, or of the one it was cloned from. */
export function metaOf(schema: Schema): Record<string, unknown> | undefined {
  const registry = (globalThis as { readonly __zod_globalRegistry?: Registry }).__zod_globalRegistry;
  const { major, minor } = schema._zod.version;
  // From Zod 4.2 on all copies of Zod and zod/mini share one registry. Asking it is several times faster than the method
  // `meta`, which zod/mini lacks and which Zod binds to each schema on first sight.
  const shares = registry !== undefined && (major > 4 || minor > 1);
  const found: unknown = shares ? registry.get(schema) : ((schema as { meta?(): unknown }).meta?.() ?? registry?.get(schema));
  return isRecord(found) ? found : undefined;
}

/** The schema that a chain of `.describe()` and `.meta()` started from; all of them share one definition. */
export function originOf(schema: Schema): Schema {
  let origin = schema;
  for (let parent = origin._zod.parent; parent && parent._zod.def === schema._zod.def; parent = origin._zod.parent)
    origin = parent;
  return origin;
}

/** The shape with what its schema says in words; the words of an outer schema win over those of an inner one. */
export function annotate(
  shape: Shape,
  schema: Schema,
  meta: Record<string, unknown>,
  note: (occurrence: Occurrence) => void,
): Shape {
  const notes: { -readonly [Key in keyof Notes]: Notes[Key] } = { ...shape.notes };
  let found = false;
  for (const keyword of Object.keys(meta)) {
    const value = meta[keyword];
    if ((keyword === 'title' || keyword === 'description') && typeof value === 'string') {
      notes[keyword] = value;
      found = true;
    } else if (keyword === 'examples' && isExamples(value, schema)) {
      notes.examples = value;
      found = true;
    } else if (keyword === 'bascule') {
      notes.pins = pinsOf(value);
      found = true;
      note({ path: shape.path, keyword, inert: 'asks something of the plan; not sent' });
    } else if (value !== undefined) note({ path: shape.path, keyword, inert: 'Zod keeps it as metadata and does not check it' });
  }
  return found ? { ...shape, notes } : shape;
}

/** Examples are the schema's output in Zod; only those that also pass as input can be shown to a model. */
function isExamples(value: unknown, schema: Schema): value is readonly Json[] {
  return Array.isArray(value) && value.length > 0 && value.every((example) => isJson(example) && accepts(schema, example));
}
