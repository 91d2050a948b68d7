import { originOf } from './notes.js';
import { partsOf } from './parts.js';
import { type Def, isPreprocess, lazyInner, type Schema, type TypeName } from './schema.js';

export interface Survey {
  /**
   * Definitions worth a name of their own: recursive ones, and those used more than once; each with the schema whose words
   * describe it everywhere: the only one that has it, or else the one from which all the others were cloned.
   */
  readonly shared: ReadonlyMap<unknown, Schema>;
  /** Definitions that lead back to themselves with no object or array in between, so that no value can be read. */
  readonly endless: ReadonlySet<unknown>;
}

interface Seen {
  readonly schema: Schema;
  size: number;
  open: boolean;
  readonly guard: number;
}

/** A composite of fewer nodes than this is repeated rather than shared, unless it is an object. */
const SMALL = 8;

/**
 * Finds, before anything is read, which definitions are met again. Clones by `.describe()` and `.meta()` are other schemas
 * with the same definition, so it is the definition that is compared. Visits each one once.
 */
export function survey(root: Schema, maxDepth: number): Survey {
  const seen = new Map<unknown, Seen>();
  const shared = new Map<unknown, Schema>();
  const endless = new Set<unknown>();
  let stopped = false;
  // How many schemas that hold values in a structure lie on the way here.
  let guard = 0;

  function visit(schema: Schema, depth: number): number {
    if (depth > maxDepth) stopped = true;
    if (stopped) return 1;
    const { def } = schema._zod;
    switch (def.type) {
      case 'object':
      case 'array':
      case 'tuple':
      case 'record':
      case 'map':
      case 'set':
        return composite(schema, depth, true);
      case 'union':
      case 'intersection':
        return composite(schema, depth, false);
      case 'optional':
      case 'nullable':
      case 'nonoptional':
      case 'readonly':
      case 'default':
      case 'prefault':
      case 'catch':
        return visit((def as Def<'optional'>).innerType, depth + 1);
      case 'pipe':
        return visit(isPreprocess(def as Def<'pipe'>) ? (def as Def<'pipe'>).out : (def as Def<'pipe'>).in, depth + 1);
      case 'lazy':
        return visit(lazyInner(schema), depth + 1);
      default:
        return 1;
    }
  }

  function composite(schema: Schema, depth: number, structural: boolean): number {
    const { def } = schema._zod;
    const before = seen.get(def);
    if (before) {
      if (before.open || def.type === 'object' || before.size > SMALL)
        shared.set(def, before.schema === schema ? (shared.get(def) ?? schema) : originOf(schema));
      if (before.open && before.guard === guard) endless.add(def);
      return shared.has(def) ? 1 : before.size;
    }
    const entry: Seen = { schema, size: 1, open: true, guard };
    seen.set(def, entry);
    if (structural) guard++;
    try {
      for (const part of partsOf(schema, def as Def<TypeName>)) entry.size += visit(part, depth + 1);
      // A value that several known keys share stands once for each of them.
      if (def.type === 'record' && ((def as Def<'record'>).keyType._zod.values?.size ?? 0) > 1)
        visit((def as Def<'record'>).valueType, depth + 1);
    } catch {
      // Code of the user's that throws is reported where the reader meets it.
    }
    if (structural) guard--;
    entry.open = false;
    return entry.size;
  }

  try {
    visit(root, 0);
  } catch {
    // As above: a lazy schema outside any composite.
  }
  return { shared, endless };
}
